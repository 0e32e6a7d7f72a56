import { LIMITS } from '@contract/limits';
import type { PhonedRight, PhonedRightView } from '@contract/rights';
import { CONSENTS } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { hasRid } from '../../core/aggregate';
import { afterWorkdays } from '../../core/calendar';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { scopesFor, WHOLE_STREET } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { id, oneOf, phone, text } from '../../core/schemas';
import { lookedAt } from '../caller/model';
import { COMMUNITIES, communityName } from '../community/list';
import { exportOf } from '../my-data/export-read';
import { matters } from '../my-data/read';
import { takeBackEverywhere } from '../my-data/take-back-deliver';
import { type Person, persons } from '../person/model';
import { maskedName } from '../person/show';
import { settled, takenDown, withdrewIn } from './decide';
import type { AskedRight } from './model';

const asked = v.variant('right', [
  v.strictObject({ right: v.picklist(['copy', 'erase', 'keep']) }),
  v.strictObject({ right: v.literal('withdraw'), consent: oneOf(CONSENTS) }),
  v.strictObject({
    right: v.literal('correct'),
    field: v.picklist(['name', 'phone', 'building', 'door']),
    value: text(LIMITS.place),
  }),
]);

/** More than wait at one desk. */
const MOST = 50;

const stepOf = ({ rid, now, caller, invocation }: ActionContext) => ({
  rid,
  now,
  by: personId(caller),
  invocation,
});

/** Of the reader's own desk, or of somebody who has not said where they live. @throws NOT_FOUND */
async function served(context: ActionContext, personId: string): Promise<Person> {
  const person = await context.repository(persons).load(personId);
  const { communityId } = person;
  if (communityId !== null && !can(context.caller, 'rights.settle', communityId)) refuse('NOT_FOUND');
  return person;
}

async function waiting(context: ActionContext): Promise<PhonedRightView[]> {
  const _ = context.database.command;
  const scopes = scopesFor(context.caller.grants, 'rights.settle');
  const all = COMMUNITIES.map(({ id: one }) => one);
  const served = scopes.includes(WHOLE_STREET) ? all : all.filter((one) => scopes.includes(one));
  const found = await context.repository(persons).list({
    where: { 'asked.communityId': _.in([...served, WHOLE_STREET]) },
    order: [['asked.at', 'asc']],
    limit: MOST,
    without: ['timeline', 'effects'],
  });
  const by = await context.repository(persons).several(found.flatMap((person) => person.asked?.by ?? []));
  return Promise.all(
    found.flatMap((person) => (person.asked == null ? [] : [viewOf(context, person, person.asked, by)])),
  );
}

async function viewOf(
  context: ActionContext,
  { _id, name, sample, communityId }: Person,
  { right, field, consent: taken, by, at }: AskedRight,
  staff: ReadonlyMap<string, Person>,
): Promise<PhonedRightView> {
  const open = right === 'erase' ? (await matters(context, _id)).filter((request) => request.open).length : 0;
  const who = staff.get(by);
  return {
    personId: _id,
    name: maskedName(name, sample),
    sample,
    community: communityId === null ? '' : communityName(communityId),
    right,
    field: field ?? '',
    consent: taken ?? '',
    by: who === undefined ? '' : maskedName(who.name, who.sample),
    at,
    mine: by === context.caller.id,
    openRequests: open,
  };
}

function askedOf(context: ActionContext, given: PhonedRight, { communityId }: Person): AskedRight {
  const base = { by: personId(context.caller), at: context.now, communityId: communityId ?? WHOLE_STREET };
  switch (given.right) {
    case 'correct': {
      const { right, field, value } = given;
      const known = field === 'phone' ? v.safeParse(phone, value) : { success: true, output: value };
      if (!known.success || (field === 'name' && value === ''))
        return refuse('INVALID_INPUT', { field: 'value' });
      return { ...base, right, field, value: context.vault.seal(String(known.output)) };
    }
    case 'withdraw':
      return { ...base, right: given.right, consent: given.consent };
    default:
      return { ...base, right: given.right };
  }
}

async function settle(context: ActionContext, wanted: { personId: string; agreed: boolean }) {
  const { vault, settings, rid } = context;
  const person = await served(context, wanted.personId);
  const { asked: before } = person;
  const opened = {
    value: before?.value === undefined ? '' : vault.open(before.value),
    seal: (plain: string) => vault.seal(plain),
    index: (plain: string) => vault.index(plain),
    erasureDueAt: afterWorkdays(before?.at ?? context.now, settings.deleteDays),
  };
  const repository = context.repository(persons);
  const { doc } = await repository.change(person._id, rid, (stored) => {
    // What is carried out is what was read: another one taken down meanwhile is looked at anew.
    if (stored.asked?.at !== before?.at) refuse('STALE');
    return settled(stored, wanted.agreed, opened, stepOf(context));
  });
  await carryOut(repository, doc, context.carrier);
  const command = doc.timeline.find((entry) => entry.rid === rid)?.command;
  const withdrew = withdrewIn(command ?? '');
  if (withdrew !== undefined) await takeBackEverywhere(context, doc._id, withdrew);
  return command === 'right_copy' ? (await exportOf(context, doc._id)).page : [];
}

export const rightsActions = [
  action({
    name: 'rights.ask',
    kind: 'write',
    contended: true,
    input: v.strictObject({ personId: id, asked }),
    allow: 'rights.settle',
    async run(context, input) {
      const person = await served(context, input.personId);
      const repository = context.repository(persons);
      const { doc } = await repository.change(person._id, context.rid, (stored) =>
        takenDown(stored, askedOf(context, input.asked, stored), stepOf(context)),
      );
      await carryOut(repository, doc, context.carrier);
      return { items: await waiting(context) };
    },
  }),
  action({
    name: 'rights.waiting',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'rights.settle',
    run: async (context) => ({ items: await waiting(context) }),
  }),
  action({
    name: 'rights.phone',
    kind: 'write',
    input: v.strictObject({ personId: id }),
    allow: 'rights.settle',
    async run(context, input) {
      const person = await served(context, input.personId);
      if (person.asked == null && !hasRid(person, context.rid)) refuse('NOT_NOW');
      // Written down before it is shown.
      const { doc } = await context
        .repository(persons)
        .change(person._id, context.rid, (stored) => lookedAt(stored, 'phone_for_rights', stepOf(context)));
      return { phone: doc.phone === null ? '' : context.vault.open(doc.phone) };
    },
  }),
  action({
    name: 'rights.settle',
    kind: 'write',
    contended: true,
    input: v.strictObject({ personId: id, agreed: v.boolean() }),
    allow: 'rights.settle',
    async run(context, input) {
      const page = await settle(context, input);
      return { items: await waiting(context), page };
    },
  }),
];

import type { DangerCard } from '@contract/danger';
import { LIMITS } from '@contract/limits';
import { DANGER_KINDS } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { derivedId } from '../../core/ids';
import { scopesFor, WHOLE_STREET } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { id, oneOf, someText, text } from '../../core/schemas';
import { lookedAt } from '../../people/caller/model';
import { COMMUNITIES } from '../../people/community/list';
import { communityAsked } from '../../people/community/serving';
import { persons } from '../../people/person/model';
import { personLine } from '../../people/person/show';
import { type Danger, dangers } from './model';
import { calledBack, told } from './tell';

/** More dispatchers than any street has. */
const DISPATCHERS = 50;
const CALLED_SHOWN = 10;

function card(danger: Danger): DangerCard {
  const { _id, kind, word, saidAt, late, who, hasPhone, communityId, called, sample } = danger;
  return {
    id: _id,
    kind,
    word,
    at: saidAt,
    late,
    who,
    hasPhone,
    anywhere: communityId === WHOLE_STREET,
    called: called === null ? null : { at: called.at, by: called.by, note: called.note },
    sample,
  };
}

/** Everybody who sits at that community's desk; at every desk when the community is not known. */
async function dispatchersOf(context: ActionContext, communityId: string): Promise<string[]> {
  const places = communityId === WHOLE_STREET ? COMMUNITIES.map((one) => one.id) : [communityId];
  const keys = [...places, WHOLE_STREET].map((place) => `dispatcher:${place}`);
  const found = await context
    .repository(persons)
    .list({ where: { roleKeys: context.database.command.in(keys) }, limit: DISPATCHERS });
  return found.map(({ _id }) => _id);
}

/** @throws NOT_FOUND for who may not know of it. */
function mayAnswer(context: ActionContext, danger: Danger): void {
  const scopes = scopesFor(context.caller.grants, 'request.triage');
  const near = danger.communityId === WHOLE_STREET || scopes.includes(danger.communityId);
  if (scopes.length === 0 || !(near || scopes.includes(WHOLE_STREET))) refuse('NOT_FOUND');
}

export const dangerActions = [
  action({
    name: 'danger.tell',
    kind: 'write',
    input: v.strictObject({
      kind: oneOf(DANGER_KINDS),
      word: someText(LIMITS.title),
      communityId: v.nullable(id),
    }),
    allow: 'person',
    async run(context, { kind, word, communityId }) {
      const teller = personId(context.caller);
      const dangerId = derivedId('danger', teller, context.rid);
      if ((await context.repository(dangers).find(dangerId)) !== null) return { id: dangerId };
      const person = await context.repository(persons).load(teller);
      const wished = communityId ?? person.communityId;
      // A name that the phone has made up is no reason to lose a cry for help.
      const place = COMMUNITIES.some((one) => one.id === wished) ? wished : null;
      const telling = {
        id: dangerId,
        rid: context.rid,
        now: context.now,
        occurredAt: context.occurredAt,
        invocation: context.invocation,
        kind,
        word,
        communityId: place ?? WHOLE_STREET,
      };
      const dispatchers = await dispatchersOf(context, telling.communityId);
      const repository = context.repository(dangers);
      const { doc } = await repository.create(told(person, dispatchers, telling));
      await carryOut(repository, doc, context.carrier);
      return { id: dangerId };
    },
  }),
  action({
    name: 'danger.list',
    kind: 'read',
    input: v.strictObject({ communityId: v.nullable(id), called: v.exactOptional(v.boolean()) }),
    allow: 'request.triage',
    async run(context, input) {
      const communityId = communityAsked(context.caller, 'request.triage', input.communityId);
      const repository = context.repository(dangers);
      const newest = { order: [['saidAt', 'desc']] } as const;
      const [open, called] = await Promise.all([
        repository.list({
          where: { communityId: context.database.command.in([communityId, WHOLE_STREET]), open: true },
          ...newest,
          limit: 2 * LIMITS.page,
        }),
        input.called === false
          ? []
          : repository.list({ where: { communityId, open: false }, ...newest, limit: CALLED_SHOWN }),
      ]);
      return { open: open.map(card), called: called.map(card) };
    },
  }),
  action({
    name: 'danger.reveal',
    kind: 'write',
    input: v.strictObject({ id }),
    allow: 'request.triage',
    async run(context, input) {
      const by = personId(context.caller);
      const { doc } = await context.repository(dangers).change(input.id, context.rid, (danger) => {
        mayAnswer(context, danger);
        if (danger.reads.some((read) => read.rid === context.rid)) return danger;
        // Written down before it is shown.
        return { ...danger, reads: [...danger.reads, { rid: context.rid, by, at: context.now }] };
      });
      // And into their own log, which 我的数据 shows them: no entry, no number.
      const { doc: person } = await context
        .repository(persons)
        .change(doc.personId, context.rid, (stored) =>
          lookedAt(stored, 'phone_for_danger', { rid: context.rid, now: context.now, by }),
        );
      const plain = (sealed: string | null) => (sealed === null ? '' : context.vault.open(sealed));
      return { phone: plain(person.phone), building: person.building, door: plain(person.door) };
    },
  }),
  action({
    name: 'danger.called',
    kind: 'write',
    input: v.strictObject({ id, note: text(LIMITS.reason) }),
    allow: 'request.triage',
    async run(context, { id: dangerId, note }) {
      const by = personId(context.caller);
      const { name } = personLine(await context.repository(persons).load(by), 'dispatcher');
      const { doc } = await context.repository(dangers).change(dangerId, context.rid, (danger) => {
        mayAnswer(context, danger);
        return calledBack(danger, { rid: context.rid, now: context.now, by, name, note });
      });
      return card(doc);
    },
  }),
];

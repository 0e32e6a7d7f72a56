import type { JoinedView, JoinPreview } from '@contract/joining';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { communityName } from '../community/list';
import { servesCommunity } from '../community/serving';
import { countTry } from '../family/actions';
import { freeDigits, hashOf, sixDigits } from '../family/digits';
import { leadsTo } from '../person/living-read';
import { type Person, persons } from '../person/model';
import { mustKnow, ownPerson } from '../person/read';
import { maskedName } from '../person/show';
import { joinEffectId, joinedWith, mustFit, offered, offers, partedFrom } from './decide';
import { pointTo } from './deliver';

const stepOf = ({ rid, now, caller, invocation }: ActionContext) => ({
  rid,
  now,
  by: personId(caller),
  invocation,
});

/** Hardly ever anybody else has the same digits at the same moment. */
function holders(context: ActionContext, codeHash: string): Promise<Person[]> {
  return context.repository(persons).list({
    where: { 'joinOffer.codeHash': codeHash },
    limit: 5,
    without: ['timeline', 'effects'],
  });
}

/** @throws NOT_FOUND to everybody who does not work in the person's community */
async function served(context: ActionContext, id: string): Promise<Person> {
  const person = await context.repository(persons).load(id);
  if (!servesCommunity(context.caller, 'household.open', person.communityId)) refuse('NOT_FOUND');
  return person;
}

async function offer(context: ActionContext, wish: { personId: string; how: 'phone' | 'door' }) {
  const { _id } = await served(context, wish.personId);
  const { digits, codeHash } = await freeDigits(
    context.vault,
    'joining',
    { personId: _id, rid: context.rid },
    async (hash) =>
      (await holders(context, hash)).some((one) => one._id !== _id && offers(one, hash, context.now)),
  );
  const { doc } = await context
    .repository(persons)
    .change(_id, context.rid, (person) => offered(person, { codeHash, how: wish.how }, stepOf(context)));
  return { code: digits, expiresAt: doc.joinOffer?.expiresAt ?? context.now };
}

/** The record that these digits are for; sent again, the one that took them. @throws JOIN_CODE_WRONG */
async function recordOf(context: ActionContext, codeHash: string): Promise<Person> {
  const found = await holders(context, codeHash);
  return (
    found.find(({ joined }) => joined?.id === context.rid) ??
    found.find((one) => offers(one, codeHash, context.now)) ??
    refuse('JOIN_CODE_WRONG')
  );
}

function preview(person: Person): JoinPreview {
  const { name, sample, communityId, joinOffer } = person;
  return {
    name: maskedName(name, sample),
    sample,
    community: communityId === null ? '' : communityName(communityId),
    how: joinOffer?.how ?? 'phone',
  };
}

function joinedView(person: Person, now: number): JoinedView | null {
  const { joined, name, sample, communityId } = person;
  if (joined == null) return null;
  return {
    name: maskedName(name, sample),
    sample,
    community: communityId === null ? '' : communityName(communityId),
    at: joined.at,
    partUntil: joined.until > now ? joined.until : null,
  };
}

async function confirm(context: ActionContext, digits: string): Promise<JoinedView> {
  const people = context.repository(persons);
  const accountId = context.caller.account ?? personId(context.caller);
  const account = await people.load(accountId);
  // Sent again: the account leads to the record by now, and the answer is the same.
  const now = await leadsTo(context, account);
  if (now._id !== accountId)
    return now.joined?.id === context.rid
      ? (joinedView(now, context.now) ?? refuse('NOT_FOUND'))
      : refuse('JOIN_UNFIT');
  mustFit(account);
  const codeHash = hashOf(context.vault, 'joining', digits);
  await countTry(context, codeHash);
  const found = await recordOf(context, codeHash);
  const { doc } = await people.change(found._id, context.rid, (person) =>
    joinedWith(person, account, codeHash, { ...stepOf(context), by: accountId }),
  );
  const named = { personId: doc._id, accountId, joinId: context.rid };
  const leads = await pointTo(context, named, joinEffectId(doc._id, context.rid));
  await carryOut(people, doc, context.carrier);
  return leads ? (joinedView(doc, context.now) ?? refuse('JOIN_UNFIT')) : refuse('JOIN_UNFIT');
}

async function part(context: ActionContext, wanted: string | null): Promise<{ parted: true }> {
  const people = context.repository(persons);
  const mine = wanted === null || wanted === context.caller.id;
  const { _id, joined, mergedInto } = mine ? await mustKnow(context) : await served(context, wanted);
  // Who has parted and asks again is the account once more, which led there.
  if (mine && joined == null && mergedInto == null) refuse('NOT_FOUND');
  const { doc } = await people.change(_id, context.rid, (person) => partedFrom(person, stepOf(context)));
  await carryOut(people, doc, context.carrier);
  return { parted: true };
}

export const joiningActions = [
  action({
    name: 'joining.mine',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const person = await ownPerson(context);
      return { joined: person === null ? null : joinedView(person, context.now) };
    },
  }),
  action({
    name: 'joining.offer',
    kind: 'write',
    input: v.strictObject({ personId: id, how: v.picklist(['phone', 'door']) }),
    allow: 'household.open',
    run: (context, input) => offer(context, input),
  }),
  action({
    name: 'joining.look',
    kind: 'write',
    input: v.strictObject({ code: sixDigits }),
    allow: 'person',
    async run(context, input) {
      mustFit(await mustKnow(context));
      const codeHash = hashOf(context.vault, 'joining', input.code);
      await countTry(context, codeHash);
      return preview(await recordOf(context, codeHash));
    },
  }),
  action({
    name: 'joining.confirm',
    kind: 'write',
    contended: true,
    input: v.strictObject({ code: sixDigits }),
    allow: 'person',
    run: (context, input) => confirm(context, input.code),
  }),
  action({
    name: 'joining.part',
    kind: 'write',
    input: v.strictObject({ personId: v.nullable(id) }),
    allow: 'person',
    run: (context, input) => part(context, input.personId),
  }),
];

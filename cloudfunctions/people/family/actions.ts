import type { Agreed, PairingOffer } from '@contract/family';
import * as v from 'valibot';
import type { Act } from '../../core/act';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut, promise } from '../../core/effects';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { servesCommunity } from '../community/serving';
import { cards } from '../household/model';
import { openidOf, persons } from '../person/model';
import { agreedAnew, parted } from './bond';
import { tie } from './deliver';
import { freeDigits, hashOf, sixDigits } from './digits';
import { bonds, type Pairing, pairingId, pairings } from './model';
import { newPairing, offered, taken, tried } from './pairing';
import { bondsOf, familyView, MOST_BONDS } from './read';

const agreed = v.strictObject({ progress: v.boolean(), speak: v.boolean(), confirm: v.boolean() });

/** Who offers the same digits: hardly ever anybody. */
function holders(context: ActionContext, codeHash: string): Promise<Pairing[]> {
  return context.repository(pairings).list({ where: { codeHash }, limit: 5 });
}

async function offerFor(
  context: ActionContext,
  elderId: string,
  wish: { agreed: Agreed; witnessId: string | null },
): Promise<PairingOffer> {
  const repository = context.repository(pairings);
  await repository.create(newPairing(elderId, context.now));
  const { digits, codeHash } = await freeDigits(
    context.vault,
    'pairing',
    { personId: elderId, rid: context.rid },
    async (hash) =>
      (await holders(context, hash)).some((one) => one.personId !== elderId && one.expiresAt > context.now),
  );
  const step = { rid: context.rid, now: context.now, by: personId(context.caller) };
  const { doc } = await repository.change(pairingId(elderId), context.rid, (pairing) =>
    offered(pairing, { codeHash, ...wish }, step),
  );
  return { code: digits, expiresAt: doc.expiresAt };
}

/** Counted before the digits are looked at, whatever they are for: nobody guesses. @throws BIND_TRIES */
export async function countTry(context: ActionContext, codeHash: string): Promise<Act> {
  const me = personId(context.caller);
  const repository = context.repository(pairings);
  await repository.create(newPairing(me, context.now));
  // Other digits under the same request id are another try.
  const step = { rid: `${context.rid}:${codeHash}`, now: context.now, by: me };
  await repository.change(pairingId(me), step.rid, (pairing) => tried(pairing, step));
  return step;
}

async function bind(context: ActionContext, digits: string) {
  const me = personId(context.caller);
  const repository = context.repository(pairings);
  const codeHash = hashOf(context.vault, 'pairing', digits);
  const step = await countTry(context, codeHash);
  const offers = await holders(context, codeHash);
  const offer =
    offers.find(({ usedBy }) => usedBy === me) ??
    offers.find(({ expiresAt, usedBy }) => usedBy === null && expiresAt > context.now) ??
    refuse('BIND_CODE_WRONG');
  // Nobody is their own relative.
  if (offer.personId === me) refuse('BIND_CODE_WRONG');
  const [mine, theirs] = await Promise.all([bondsOf(context, me), bondsOf(context, offer.personId)]);
  const known = mine.some(({ elderId }) => elderId === offer.personId);
  if (!known && (mine.length >= MOST_BONDS || theirs.length >= MOST_BONDS)) refuse('FAMILY_FULL');
  const { doc } = await repository.change(offer._id, step.rid, (pairing) => {
    const next = taken(pairing, codeHash, step);
    const data = {
      elderId: next.personId,
      relativeId: me,
      agreed: next.agreed,
      witnessId: next.witnessId,
    };
    const effect = promise(`${next._id}:${step.rid}`, 'tie', data, context.invocation, context.now);
    return { ...next, effects: [...next.effects, effect] };
  });
  // A replay in the same moment answers with the same bond: tying happens once, whoever does it first.
  for (const effect of doc.effects)
    if (effect.kind === 'tie' && effect.data['relativeId'] === me) await tie(context, effect);
  await carryOut(repository, doc, context.carrier);
  return familyView(context, me);
}

/** The elder themself, the relative, or whoever the elder tells it to in their own community. */
async function unbind(context: ActionContext, wanted: string) {
  const me = personId(context.caller);
  const repository = context.repository(bonds);
  const bond = await repository.load(wanted);
  if (!bond.people.includes(me)) {
    const elder = await context.repository(persons).find(bond.elderId);
    if (!servesCommunity(context.caller, 'household.open', elder?.communityId ?? null)) refuse('NOT_FOUND');
  }
  const step = { rid: context.rid, now: context.now, by: me, invocation: context.invocation };
  const { doc } = await repository.change(wanted, context.rid, (stored) => parted(stored, step));
  await carryOut(repository, doc, context.carrier);
  return familyView(context, me);
}

export const familyActions = [
  action({
    name: 'family.get',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    run: async (context) =>
      context.caller.id === null ? { elders: [], relatives: [] } : familyView(context, context.caller.id),
  }),
  action({
    name: 'family.offer',
    kind: 'write',
    input: v.strictObject({ agreed }),
    allow: 'person',
    run: (context, input) =>
      offerFor(context, personId(context.caller), { agreed: input.agreed, witnessId: null }),
  }),
  action({
    name: 'family.witness',
    kind: 'write',
    input: v.strictObject({ cardId: id, agreed }),
    allow: 'household.open',
    async run(context, input) {
      const card = await context.repository(cards).load(input.cardId);
      const elder = await context.repository(persons).load(card.personId);
      if (!servesCommunity(context.caller, 'household.open', elder.communityId)) refuse('NOT_FOUND');
      // Whoever has WeChat reads out the digits of their own phone.
      if (card.state !== 'valid' || openidOf(elder) !== null) refuse('CARD_VOID');
      return offerFor(context, elder._id, { agreed: input.agreed, witnessId: personId(context.caller) });
    },
  }),
  action({
    name: 'family.bind',
    kind: 'write',
    contended: true,
    input: v.strictObject({ code: sixDigits }),
    allow: 'person',
    run: (context, input) => bind(context, input.code),
  }),
  action({
    name: 'family.agree',
    kind: 'write',
    input: v.strictObject({ id, agreed }),
    allow: 'person',
    async run(context, input) {
      const me = personId(context.caller);
      const repository = context.repository(bonds);
      const step = { rid: context.rid, now: context.now, by: me, invocation: context.invocation };
      const { doc } = await repository.change(input.id, context.rid, (bond) =>
        agreedAnew(bond, input.agreed, step),
      );
      await carryOut(repository, doc, context.carrier);
      return familyView(context, me);
    },
  }),
  action({
    name: 'family.unbind',
    kind: 'write',
    input: v.strictObject({ id }),
    allow: 'person',
    run: (context, input) => unbind(context, input.id),
  }),
];

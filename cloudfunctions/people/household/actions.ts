import type { CardView, HouseholdView } from '@contract/household';
import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId, readShortCode } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { id, phone, someText, text, typedCode } from '../../core/schemas';
import { requestCard } from '../../service/request/cards';
import { requests } from '../../service/request/definition';
import { HEAVY } from '../../service/request/read';
import { communityName } from '../community/list';
import { communityId } from '../community/schema';
import { servesCommunity } from '../community/serving';
import { bondWith } from '../family/read';
import { joinStateOf } from '../joining/state';
import { living } from '../person/living-read';
import { newPerson, type Person, persons } from '../person/model';
import { maskedName } from '../person/show';
import { CODE_LENGTH, cardId, cards, type HouseholdCard, newCard, opened, reissued, voided } from './model';

const step = ({ rid, now, caller }: ActionContext) => ({ rid, now, by: personId(caller) });

const cardView = ({ _id, code, state, since }: HouseholdCard): CardView => ({ id: _id, code, state, since });

/** The person behind a card, for whoever works in their community. @throws NOT_FOUND to all others */
async function served(context: ActionContext, card: HouseholdCard): Promise<Person> {
  const person = (await living(context, card.personId)) ?? refuse('NOT_FOUND');
  if (!servesCommunity(context.caller, 'household.open', person.communityId)) refuse('NOT_FOUND');
  return person;
}

async function householdView(
  context: ActionContext,
  card: HouseholdCard,
  person: Person,
): Promise<HouseholdView> {
  const found = await context.repository(requests).list({
    where: { people: person._id },
    order: [['updatedAt', 'desc']],
    limit: LIMITS.page,
    without: HEAVY,
  });
  const theirs = found.filter(({ open, beneficiary }) => open && beneficiary.personId === person._id);
  return {
    card: cardView(card),
    name: maskedName(person.name, person.sample),
    sample: person.sample,
    community: communityName(person.communityId),
    building: person.building,
    open: theirs.map(requestCard),
    personId: person._id,
    joining: joinStateOf(person, context.now),
  };
}

async function open(context: ActionContext, code: string) {
  const read = readShortCode(code, CODE_LENGTH) ?? refuse('CODE_WRONG');
  const repository = context.repository(cards);
  const [found] = await repository.list({ where: { code: read }, limit: 1 });
  if (found === undefined) return refuse('CODE_WRONG');
  const person = await served(context, found);
  if (found.state !== 'valid') refuse('CARD_VOID');
  // Written down before it is shown.
  const { doc } = await repository.change(found._id, context.rid, (card) =>
    card.code === read && card.state === 'valid' ? opened(card, step(context)) : refuse('CARD_VOID'),
  );
  return householdView(context, doc, person);
}

export const householdActions = [
  action({
    name: 'household.register',
    kind: 'write',
    input: v.strictObject({
      name: someText(LIMITS.name),
      communityId,
      phone,
      building: text(LIMITS.place),
      door: text(LIMITS.place),
    }),
    allow: 'household.open',
    async run(context, input) {
      const { vault } = context;
      if (!servesCommunity(context.caller, 'household.open', input.communityId)) refuse('NOT_ALLOWED');
      const me = personId(context.caller);
      const worker = await context.repository(persons).load(me);
      const sealed = (value: string) => (value === '' ? null : vault.seal(value));
      const { doc: person } = await context.repository(persons).create({
        ...newPerson(derivedId('person', me, context.rid), null, context.now),
        sample: worker.sample,
        name: input.name,
        elder: true,
        communityId: input.communityId,
        building: input.building,
        phone: sealed(input.phone),
        phoneIndex: input.phone === '' ? null : vault.index(input.phone),
        door: sealed(input.door),
      });
      const { doc } = await context.repository(cards).create(newCard(person._id, step(context)));
      return householdView(context, doc, person);
    },
  }),
  action({
    name: 'household.issue',
    kind: 'write',
    input: v.strictObject({ id }),
    allow: 'household.open',
    async run(context, input) {
      const repository = context.repository(cards);
      const person = await served(context, await repository.load(input.id));
      const { doc } = await repository.change(input.id, context.rid, (card) => reissued(card, step(context)));
      return householdView(context, doc, person);
    },
  }),
  action({
    name: 'household.open',
    kind: 'write',
    input: v.strictObject({ code: typedCode }),
    allow: 'household.open',
    run: (context, input) => open(context, input.code),
  }),
  action({
    name: 'household.void',
    kind: 'write',
    input: v.strictObject({ id, why: v.picklist(['lost', 'revoked']) }),
    allow: 'person',
    async run(context, input) {
      const repository = context.repository(cards);
      const card = await repository.load(input.id);
      const bond = await bondWith(context, card.personId);
      const own = card.personId === context.caller.id || bond?.agreed.speak === true;
      if (!(own && input.why === 'lost')) await served(context, card);
      const { doc } = await repository.change(input.id, context.rid, (stored) =>
        voided(stored, input.why, step(context)),
      );
      return cardView(doc);
    },
  }),
  action({
    name: 'household.take',
    kind: 'write',
    input: v.strictObject({ wanted: v.literal(true) }),
    allow: 'person',
    async run(context) {
      const me = personId(context.caller);
      const repository = context.repository(cards);
      const { doc, created } = await repository.create(newCard(me, step(context)));
      if (created || doc.state === 'valid') return cardView(doc);
      const anew = await repository.change(doc._id, context.rid, (card) => reissued(card, step(context)));
      return cardView(anew.doc);
    },
  }),
  action({
    name: 'household.mine',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const me = context.caller.id;
      const card = me === null ? null : await context.repository(cards).find(cardId(me));
      return { card: card === null ? null : cardView(card) };
    },
  }),
];

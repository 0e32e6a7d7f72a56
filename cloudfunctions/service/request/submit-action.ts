import { LIMITS } from '@contract/limits';
import type { SubmitInput } from '@contract/service';
import { CHILD_AGES, GRID_TOPICS, REQUEST_KINDS, SERVICE_CATEGORIES } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { attach } from '../../core/attach';
import { dayOf } from '../../core/calendar';
import { can, intentOf, need, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId, shortCode } from '../../core/ids';
import { describe, log } from '../../core/log';
import { isOwnFile } from '../../core/own-file';
import { refuse } from '../../core/refusal';
import { id, oneOf, phone, someText, storedFile, text, time } from '../../core/schemas';
import { COMMUNITIES } from '../../people/community/list';
import { bondWith } from '../../people/family/read';
import { cards } from '../../people/household/model';
import { living } from '../../people/person/living-read';
import { type Person, persons } from '../../people/person/model';
import { mustKnow } from '../../people/person/read';
import { personLine } from '../../people/person/show';
import { kindOf, serviceItems } from '../catalogue/model';
import { servesCommunity } from '../desk/grids';
import { requests } from './definition';
import type { BeneficiaryRecord, ServiceRequest } from './model';
import { viewOf } from './read';
import { submitted } from './submit';

export const category = v.picklist([
  ...(Object.keys(SERVICE_CATEGORIES) as (keyof typeof SERVICE_CATEGORIES)[]),
  ...(Object.keys(GRID_TOPICS) as (keyof typeof GRID_TOPICS)[]),
]);

const community = v.pipe(
  id,
  v.check((value) => COMMUNITIES.some((one) => one.id === value)),
);

const audio = v.strictObject({
  fileId: storedFile,
  seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(LIMITS.audioSeconds)),
});

const SubmitSchema = v.pipe(
  v.strictObject({
    kind: oneOf(REQUEST_KINDS),
    text: text(LIMITS.sentence),
    audio: v.nullable(audio),
    heard: v.exactOptional(v.boolean()),
    category: v.nullable(category),
    beneficiary: v.variant('who', [
      v.strictObject({ who: v.literal('self') }),
      v.strictObject({ who: v.literal('bound'), personId: id }),
      v.strictObject({ who: v.literal('household'), cardId: id }),
      v.strictObject({
        who: v.literal('other'),
        relation: v.picklist(['family', 'neighbour', 'grid']),
        name: someText(LIMITS.name),
        phone,
        building: text(LIMITS.place),
        door: text(LIMITS.place),
      }),
    ]),
    communityId: community,
    phone,
    building: text(LIMITS.place),
    door: text(LIMITS.place),
    when: text(LIMITS.place),
    occurredAt: v.nullable(time),
    cameBy: v.exactOptional(v.literal('paper')),
    itemId: v.exactOptional(id),
    child: v.exactOptional(
      v.strictObject({
        nickname: someText(LIMITS.name),
        age: oneOf(CHILD_AGES),
        pickUp: someText(LIMITS.name),
      }),
    ),
    agreed: v.exactOptional(v.pipe(v.array(v.picklist(['health', 'child'])), v.maxLength(2))),
    shopping: v.exactOptional(
      v.strictObject({
        list: v.pipe(v.array(someText(LIMITS.place)), v.minLength(1), v.maxLength(LIMITS.shopping)),
        ceiling: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
      }),
    ),
  }),
  // A sentence or a recording: one of them is the matter.
  v.forward(
    v.check((input) => input.text !== '' || input.audio !== null),
    ['text'],
  ),
);

/** The check runs while the person is here: WeChat wants a visit within two hours (rules.md 4.5). */
async function screen(context: ActionContext, words: string): Promise<ServiceRequest['screening']> {
  if (words === '') return 'review';
  try {
    return await context.openApi.checkText(context.caller.openid, words);
  } catch (error) {
    log('content check down', { run: context.invocation, ...describe(error) });
    return 'down';
  }
}

/** Only the file that this very submission has uploaded: somebody else’s recording cannot be attached. */
function ownRecording(context: ActionContext, input: SubmitInput): void {
  if (input.audio === null) return;
  if (!isOwnFile('recordings', input.audio.fileId, context.rid))
    refuse('INVALID_INPUT', { field: 'audio.fileId' });
}

/** The recording is heard by the desk in any case; others hear it after `push` has brought the verdict. */
async function askAboutAudio(context: ActionContext, input: SubmitInput): Promise<ServiceRequest['audio']> {
  if (input.audio === null) return null;
  const { fileId, seconds } = input.audio;
  const checked = await attach(context, context.caller.openid, 'audio', fileId);
  return { ...checked, seconds, heard: input.heard === true };
}

/** For whom it is; what a person has told us once is not asked again (rules G5). */
async function beneficiaryOf(
  context: ActionContext,
  input: SubmitInput,
  me: Person,
): Promise<BeneficiaryRecord> {
  const { beneficiary } = input;
  const sealed = (value: string) => (value === '' ? null : context.vault.seal(value));
  if (beneficiary.who === 'bound') {
    const bond = (await bondWith(context, beneficiary.personId)) ?? refuse('NOT_FOUND');
    if (!bond.agreed.speak) refuse('NOT_AGREED');
    return stored(context, await context.repository(persons).load(bond.elderId), 'family');
  }
  if (beneficiary.who === 'household') {
    const card = await context.repository(cards).load(beneficiary.cardId);
    const person = (await living(context, card.personId)) ?? refuse('NOT_FOUND');
    if (!servesCommunity(context.caller, 'household.open', person.communityId)) refuse('NOT_FOUND');
    if (card.state !== 'valid') refuse('CARD_VOID');
    return stored(context, person, 'grid');
  }
  if (beneficiary.who === 'self') {
    const building = input.building === '' ? me.building : input.building;
    const own = { ...stored(context, me, 'self'), name: '', building };
    return { ...own, phone: sealed(input.phone) ?? own.phone, door: sealed(input.door) ?? own.door };
  }
  const { relation, name, phone: number, building, door } = beneficiary;
  return {
    personId: null,
    relation,
    name,
    // Whoever says it for a neighbour can be rung.
    phone: sealed(number) ?? renewed(context, me.phone),
    building,
    door: sealed(door),
  };
}

/** A person as the request keeps them; what is sealed stays sealed, with today's key. */
function stored(
  context: ActionContext,
  { _id, name, phone: number, building, door }: Person,
  relation: BeneficiaryRecord['relation'],
): BeneficiaryRecord {
  return {
    personId: _id,
    relation,
    name,
    phone: renewed(context, number),
    building,
    door: renewed(context, door),
  };
}

function renewed({ vault }: ActionContext, sealed: string | null): string | null {
  return sealed === null ? null : vault.renew(sealed);
}

/** What the catalogue offers decides the category; a list to buy stays below what may be laid out (S69, S72). */
async function offerOf(
  context: ActionContext,
  input: SubmitInput,
): Promise<{ input: SubmitInput; item: ServiceRequest['item'] }> {
  const { shopping, itemId } = input;
  if (shopping !== undefined && shopping.ceiling > context.settings.purchaseCeilingYuan)
    refuse('INVALID_INPUT', { field: 'shopping.ceiling', count: context.settings.purchaseCeilingYuan });
  const bought: SubmitInput =
    shopping === undefined ? input : { ...input, kind: 'errand', category: 'errand' };
  if (itemId === undefined) return { input: bought, item: null };
  const item = await context.repository(serviceItems).find(itemId);
  if (item === null || !item.listed) return refuse('INVALID_INPUT', { field: 'itemId' });
  const asked = { ...bought, kind: kindOf(item.category), category: item.category };
  return { input: asked, item: { id: item._id, title: item.title } };
}

/** The word for picking up is sealed: it opens a door to a child. */
function childOf(context: ActionContext, { child }: SubmitInput): ServiceRequest['child'] {
  if (child === undefined) return null;
  return { nickname: child.nickname, age: child.age, pickUp: context.vault.seal(child.pickUp) };
}

async function submit(context: ActionContext, input: SubmitInput) {
  const operator = personId(context.caller);
  const { beneficiary: whom } = input;
  const written = whom.who === 'household' || (whom.who === 'other' && whom.relation === 'grid');
  if (input.cameBy !== undefined && !written) refuse('INVALID_INPUT', { field: 'cameBy' });
  if (whom.who === 'other' && whom.relation === 'grid' && !can(context.caller, 'person.find'))
    need(context.caller, 'request.work');
  // Nothing of a child without its guardian's own yes.
  if (input.child !== undefined && input.agreed?.includes('child') !== true)
    refuse('INVALID_INPUT', { field: 'agreed' });
  ownRecording(context, input);
  const repository = context.repository(requests);
  const requestId = derivedId('request', intentOf(context.caller), context.rid);
  const stored = await repository.find(requestId);
  if (stored !== null) return viewOf(context, stored);

  const offer = await offerOf(context, input);
  const person = await mustKnow(context);
  const [screening, recording] = await Promise.all([
    screen(context, input.text),
    askAboutAudio(context, input),
  ]);
  const beneficiary = await beneficiaryOf(context, input, person);
  const { doc } = await repository.create(
    submitted(
      {
        id: requestId,
        no: `${dayOf(context.now).slice(5).replace('-', '')}-${shortCode('request', requestId, 4)}`,
        input: offer.input,
        item: offer.item,
        child: childOf(context, input),
        screening,
        beneficiary,
        audio: recording,
        sample: person.sample,
      },
      {
        now: context.now,
        rid: context.rid,
        by: operator,
        who:
          beneficiary.relation === 'grid'
            ? personLine(person, 'grid_worker')
            : { name: input.beneficiary.who === 'bound' ? '家里人' : '您', role: '', sample: false },
        actors: new Set(['resident']),
        settings: context.settings,
        invocation: context.invocation,
        occurredAt: context.occurredAt ?? input.occurredAt,
      },
    ),
  );
  return viewOf(context, doc);
}

export const submitActions = [
  action({ name: 'request.submit', kind: 'write', input: SubmitSchema, allow: 'person', run: submit }),
];

import type { SubmitInput } from '@contract/submit';
import { action } from '../../core/action';
import { attach } from '../../core/attach';
import { dayOf } from '../../core/calendar';
import { can, intentOf, need, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId, shortCode } from '../../core/ids';
import { describe, log } from '../../core/log';
import { isOwnFile } from '../../core/own-file';
import { refuse } from '../../core/refusal';
import { mustKnow } from '../../people/person/read';
import { personLine } from '../../people/person/show';
import { kindOf, serviceItems } from '../catalogue/model';
import { beneficiaryOf } from './beneficiary-read';
import { requests } from './definition';
import type { ServiceRequest } from './model';
import { viewOf } from './read';
import { submitted } from './submit';
import { SubmitSchema } from './submit-schema';

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
  const checked = await attach(context, context.caller, 'audio', fileId);
  return { ...checked, seconds, heard: input.heard === true };
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

import type { CheckInWay } from '@contract/school';
import * as v from 'valibot';
import { action } from '../../core/action';
import type { ActionContext } from '../../core/context';
import { readShortCode } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { bondWith } from '../../people/family/read';
import { persons } from '../../people/person/model';
import { VENUE_CODE_LENGTH, venues } from '../venue/model';
import { asWaiting, command, waitingOf } from './actions';
import { arrive, mustBeCounting, sitDown } from './check-in';
import { sessions } from './definition';
import { goodDigits, mayTry, triedOnce } from './digits';
import type { Waiting } from './model';
import { viewOf } from './read';
import { readRotatingCode } from './rotating-code';
import { enrolmentOf, noted } from './seats';

/** Signing in by a code, for oneself or for who came with the same phone; the roster tap is the host's. */

const By = v.variant('way', [
  v.strictObject({ way: v.literal('poster'), venueCode: v.pipe(v.string(), v.maxLength(12)) }),
  v.strictObject({ way: v.literal('rotating'), content: v.pipe(v.string(), v.maxLength(160)) }),
  v.strictObject({ way: v.literal('digits'), digits: v.pipe(v.string(), v.regex(/^\d{4}$/)) }),
]);

/** Proves that the code is of this session, now. @throws CODE_WRONG, CODE_EXPIRED, CODE_OTHER_SESSION */
async function prove(
  context: ActionContext,
  sessionId: string,
  by: Exclude<v.InferOutput<typeof By>, { way: 'digits' }>,
): Promise<CheckInWay> {
  if (by.way === 'rotating') {
    const reading = readRotatingCode(by.content, context.now, context.vault, context.settings);
    if (reading.is === 'wrong') refuse('CODE_WRONG');
    if (reading.sessionId !== sessionId) refuse('CODE_OTHER_SESSION');
    if (reading.is === 'expired') refuse('CODE_EXPIRED');
    return 'rotating';
  }
  const code = readShortCode(by.venueCode, VENUE_CODE_LENGTH) ?? refuse('CODE_WRONG');
  const [venue] = await context.repository(venues).list({ where: { code }, limit: 1 });
  if (venue === undefined) refuse('CODE_WRONG');
  const session = await context.repository(sessions).load(sessionId);
  if (session.venueId !== venue._id) refuse('CODE_OTHER_SESSION');
  return 'poster';
}

/**
 * Who has come: the caller, or an elder who agreed that they speak for them (共用手机). Two people may own one
 * telephone, so who holds it is written down beside who came. @throws NOT_FOUND, NOT_AGREED
 */
async function whoCame(
  context: ActionContext,
  { id: sessionId, person }: { id: string; person?: string },
): Promise<Waiting> {
  if (person === undefined || person === context.caller.id) return asWaiting(context, sessionId);
  const bond = (await bondWith(context, person)) ?? refuse('NOT_FOUND');
  if (!bond.agreed.speak) refuse('NOT_AGREED');
  return waitingOf(await context.repository(persons).load(bond.elderId), sessionId, context.now);
}

export const checkInActions = [
  action({
    name: 'session.check_in',
    kind: 'write',
    contended: true,
    input: v.strictObject({ id, by: By, person: v.exactOptional(id) }),
    allow: 'person',
    async run(context, input) {
      const { by } = input;
      const { settings, vault } = context;
      const proven = by.way === 'digits' ? null : await prove(context, input.id, by);
      const one = await whoCame(context, input);
      // Another person under the same request id has come as well.
      const rid = one.personId === context.caller.id ? context.rid : `${context.rid}:${one.personId}`;
      const session = await command({ ...context, rid }, input.id, (before, step) => {
        if (enrolmentOf(before, one.personId).is === 'attended') return before;
        mustBeCounting(before, step.now, settings);
        if (by.way === 'digits') {
          mayTry(before, step.by, step.now, settings);
          if (!goodDigits(by.digits, before._id, step.now, vault, settings))
            return noted(triedOnce(before, step.by, step.now, settings), step, 'wrong_digits');
        }
        return arrive(sitDown(before, one, step), one.personId, proven ?? 'digits', step, settings);
      });
      // A wrong number is written down first, so that it counts, and refused then.
      const came = enrolmentOf(session, one.personId);
      if (came.is !== 'attended') return refuse('CODE_WRONG');
      return { ...(await viewOf(context, session)), how: came.how };
    },
  }),
];

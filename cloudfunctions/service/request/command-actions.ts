import { LIMITS } from '@contract/limits';
import { BOUNCE_REASONS, REQUEST_KINDS, TIERS } from '@contract/words';
import * as v from 'valibot';
import type { AnyAction } from '../../core/action';
import { id, oneOf, phone, someText, text, time } from '../../core/schemas';
import { command } from './command-action';
import {
  chosenHelper,
  claimer,
  fitForPublic,
  knownCourse,
  knownDepartment,
  mergeable,
} from './preparation-read';
import { category } from './submit-schema';
import { tag } from './tag-action';

/** Every command of the contract with what it takes and what it has to know before it is decided. */

const note = text(LIMITS.note);
const level = v.picklist([1, 2, 3, 4, 5]);
/** How many lines of history the desk's form showed when it was opened. */
const seen = v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));

const noted = v.strictObject({ id, note });
const reasoned = v.strictObject({ id, reason: someText(LIMITS.reason) });
const bare = v.strictObject({ id });

export const commandActions: readonly AnyAction[] = [
  command('answer', v.strictObject({ id, text: someText(LIMITS.sentence) })),
  command('withdraw', bare),
  command('confirm', v.strictObject({ id, level: v.nullable(level), words: text(LIMITS.words) })),
  command('reopen', v.strictObject({ id, words: text(LIMITS.words), changePerson: v.boolean() })),
  command('rate', v.strictObject({ id, level, words: text(LIMITS.words) })),
  command(
    'publish',
    v.strictObject({
      id,
      title: someText(LIMITS.title),
      publicText: someText(LIMITS.publicText),
      category,
      seen,
    }),
    (context, input) => fitForPublic(context, `${input.title}\n${input.publicText}`),
  ),
  command(
    'dispatch',
    v.strictObject({ id, title: someText(LIMITS.title), category, tier: oneOf(TIERS), helperId: id, seen }),
    async (context, input) => ({
      helper: await chosenHelper(context, input.helperId),
    }),
  ),
  command('ask', v.strictObject({ id, text: someText(LIMITS.note), seen })),
  command(
    'decline',
    v.strictObject({ id, reason: someText(LIMITS.reason), whereTo: someText(LIMITS.place), seen }),
  ),
  command(
    'refer',
    v.strictObject({ id, reason: someText(LIMITS.reason), whereTo: someText(LIMITS.place), phone, seen }),
  ),
  command('convert', v.strictObject({ id, kind: oneOf(REQUEST_KINDS), seen })),
  command('merge', v.strictObject({ id, into: id, seen }), (context, input) => mergeable(context, input)),
  command('pass', noted),
  command('send_back', noted),
  command(
    'claim',
    v.strictObject({
      id,
      promisedFor: time,
      sourceCourseId: v.exactOptional(id),
      company: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LIMITS.group))),
    }),
    async (context, input) => {
      await knownCourse(context, input.sourceCourseId);
      return claimer(context);
    },
  ),
  command('team_up', bare, claimer),
  command('step_out', bare),
  command('contact', noted),
  command('accept', bare),
  command('bounce', v.strictObject({ id, reason: oneOf(BOUNCE_REASONS), note })),
  command('entrust', v.strictObject({ id, how: v.picklist(['spoken', 'paper', 'button']) })),
  command(
    'take_papers',
    v.strictObject({
      id,
      papers: v.pipe(v.array(someText(LIMITS.place)), v.minLength(1), v.maxLength(LIMITS.listItems)),
    }),
  ),
  command('start', noted),
  command('progress', v.strictObject({ id, note: someText(LIMITS.note) })),
  command('hold', v.strictObject({ id, reason: someText(LIMITS.reason), until: time })),
  command('resume', noted),
  command('whistle', v.strictObject({ id, departmentId: id, note }), (_, input) =>
    knownDepartment(input.departmentId),
  ),
  command('join', noted),
  command('complete', noted),
  command('hand_back', noted),
  command('deliver', noted),
  command('release', v.strictObject({ id, reason: text(LIMITS.reason) })),
  command('terminate', reasoned),
  command('pend', v.strictObject({ id, reason: someText(LIMITS.reason), reviewAt: time })),
  command('close', reasoned),
  command('extend', v.strictObject({ id, until: time, reason: someText(LIMITS.reason) })),
  command('approve', bare),
  tag,
];

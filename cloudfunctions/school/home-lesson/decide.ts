import type { HomeLessonCommands } from '@contract/home-lesson';
import type { TimerContext } from '../../core/aggregate';
import { DAY } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import { nextMonth } from '../pair/decide';
import { type HomeLessonStep, homeLessonMachine } from './machine';
import { actorIn, type HomeLesson } from './model';
import { reminder, tell } from './notices';

type Inputs = HomeLessonCommands & { lapse: Record<never, never> };

export interface LessonStep {
  now: number;
  rid: string;
  /** Person id, or `system`. */
  by: string;
  invocation: string;
  /** Stands for the elder by a bond that lets them say what was done. */
  family?: boolean;
  /** What 还缺啥 becomes, when it goes on as a request; derived from the lesson's id. */
  requestId: string;
}

/** How far off a visit may be appointed. */
const FURTHEST_DAYS = 60;
/** A visit that nobody began by then did not take place. */
const MISSED_DAYS = 7;
const CORRECTED_DAYS = 7;

/** One command on one visit. @throws NOT_FOUND, NOT_NOW, NOT_ALLOWED, INVALID_INPUT */
export function decideLesson<Command extends HomeLessonStep>(
  lesson: HomeLesson,
  command: Command,
  input: Inputs[Command],
  step: LessonStep,
): HomeLesson {
  const actor = actorIn(lesson, step.by) ?? (step.family ? 'family' : refuse('NOT_FOUND'));
  const rule = homeLessonMachine.states[lesson.state].on[command] ?? refuse('NOT_NOW');
  if (!rule.by.includes(actor)) refuse('NOT_ALLOWED');
  const moved: HomeLesson = {
    ...lesson,
    ...OUTCOMES[command](lesson, input, step),
    state: rule.to,
    enteredAt: step.now,
    confirmedAt: rule.to === 'confirmed' ? step.now : null,
    reminded: false,
    timeline: [...lesson.timeline, { rid: step.rid, at: step.now, by: step.by, command }],
  };
  return { ...moved, effects: [...moved.effects, ...tell(lesson, moved, command, step)] };
}

type Outcomes = {
  readonly [Command in HomeLessonStep]: (
    lesson: HomeLesson,
    input: Inputs[Command],
    step: LessonStep,
  ) => Partial<HomeLesson>;
};
const nothing = () => ({});

const OUTCOMES: Outcomes = {
  schedule: (_, { at }, step) => ({ at: appointed(at, step.now) }),
  decline: nothing,
  start: nothing,
  record(_, { columns, audio, request }, step) {
    // One of the three is enough, so is a recording.
    if (audio === null && columns.learned + columns.done + columns.missing === '')
      refuse('INVALID_INPUT', { field: 'columns' });
    if (request !== null && columns.missing === '') refuse('INVALID_INPUT', { field: 'columns.missing' });
    return { columns, audio, requestId: request === null ? null : step.requestId, requestKind: request };
  },
  confirm: nothing,
  correct: (_, { columns }) => ({ corrected: columns }),
  cancel: nothing,
  lapse: nothing,
};

/** @throws INVALID_INPUT for a day that is over or too far off */
export function appointed(at: number, now: number): number {
  if (at <= now || at > now + FURTHEST_DAYS * DAY) refuse('INVALID_INPUT', { field: 'at' });
  return at;
}

export function nextLessonTimer(lesson: HomeLesson, settings: Settings): number | null {
  switch (lesson.state) {
    case 'suggested':
      return nextMonth(lesson.createdAt);
    case 'scheduled':
      return (lesson.at ?? lesson.enteredAt) + MISSED_DAYS * DAY;
    case 'visiting':
      return lesson.reminded ? null : lesson.enteredAt + DAY;
    case 'recorded':
      return lesson.reminded ? null : lesson.enteredAt + settings.homeConfirmRemindDays * DAY;
    case 'corrected':
      return lesson.enteredAt + CORRECTED_DAYS * DAY;
    default:
      return null;
  }
}

export function onLessonTimer(lesson: HomeLesson, context: TimerContext): HomeLesson {
  const due = nextLessonTimer(lesson, context.settings);
  if (due === null || due > context.now) return lesson;
  const step: LessonStep = { ...context, by: 'system', requestId: '' };
  if (homeLessonMachine.states[lesson.state].on.lapse !== undefined)
    return decideLesson(lesson, 'lapse', {}, step);
  const entry = { rid: step.rid, at: step.now, by: 'system', command: 'remind' };
  return {
    ...lesson,
    reminded: true,
    timeline: [...lesson.timeline, entry],
    effects: [...lesson.effects, ...reminder(lesson, step)],
  };
}

import type { HomeLessonCommands, VisitColumns } from '@contract/home-lesson';
import type { TimerContext } from '../../core/aggregate';
import { DAY, dayOf } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import { nextMonth } from '../pair/decide';
import { type HomeLessonStep, homeLessonMachine } from './machine';
import { actorIn, type DeskRole, type HomeLesson, type HomeLessonActor } from './model';
import { reminder, tell } from './notices';

/** What stands on a slip. `at`: the day on it, where it is none that was appointed before. */
type OnPaper = { columns: VisitColumns; request: 'wish' | 'errand' | null; at: number | null };
type Inputs = HomeLessonCommands & { lapse: Record<never, never>; enter: OnPaper; enter_signed: OnPaper };

export interface LessonStep {
  now: number;
  rid: string;
  /** Person id, or `system`. */
  by: string;
  invocation: string;
  /** Stands for the elder by a bond that lets them say what was done. */
  family?: boolean;
  /** Enters a slip of this community, as who. */
  desk?: DeskRole;
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
  const actor = actorIn(lesson, step.by) ?? standingIn(step) ?? refuse('NOT_FOUND');
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

/** The desk's word is about paper, a relative's about the elder. Neither is anybody's who was there. */
function standingIn({ desk, family }: LessonStep): HomeLessonActor | null {
  if (desk !== undefined) return 'desk';
  return family === true ? 'family' : null;
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
  record: (_, { columns, audio, request }, step) => ({
    ...written(columns, request, audio !== null, step),
    audio,
  }),
  confirm: nothing,
  correct: (_, { columns }) => ({ corrected: columns }),
  cancel: nothing,
  lapse: nothing,
  enter: (lesson, slip, step) => entered(lesson, slip, false, step),
  enter_signed: (lesson, slip, step) => entered(lesson, slip, true, step),
};

/** One of the three columns is enough, so is a recording. */
function written(
  columns: VisitColumns,
  request: 'wish' | 'errand' | null,
  spoken: boolean,
  step: LessonStep,
): Partial<HomeLesson> {
  if (!spoken && columns.learned + columns.done + columns.missing === '')
    refuse('INVALID_INPUT', { field: 'columns' });
  if (request !== null && columns.missing === '') refuse('INVALID_INPUT', { field: 'columns.missing' });
  return { columns, requestId: request === null ? null : step.requestId, requestKind: request };
}

function entered(
  lesson: HomeLesson,
  { columns, request, at }: OnPaper,
  signed: boolean,
  step: LessonStep,
): Partial<HomeLesson> {
  if (!isAwaited(lesson)) refuse('NOT_NOW');
  const day = happened(at ?? lesson.at, step.now);
  return {
    ...written(columns, request, false, step),
    at: day,
    month: dayOf(day).slice(0, 7),
    paper: { by: step.by, role: step.desk ?? refuse('NOT_ALLOWED'), signed },
  };
}

/**
 * Whether a slip of it may still come in: a visit that lapsed while its slip lay in a drawer did take place, one
 * that somebody called off, or of whom somebody was erased since, is over.
 */
export function isAwaited(lesson: HomeLesson): boolean {
  const { state, timeline } = lesson;
  if (homeLessonMachine.states[state].on.enter === undefined) return false;
  return !homeLessonMachine.terminal.includes(state) || timeline.at(-1)?.command === 'lapse';
}

/** @throws INVALID_INPUT for no day, one to come, or one too long ago */
function happened(at: number | null, now: number): number {
  if (at === null || at > now || at < now - FURTHEST_DAYS * DAY)
    return refuse('INVALID_INPUT', { field: 'at' });
  return at;
}

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

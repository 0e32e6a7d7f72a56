import type { Agreed } from '@contract/family';
import type { HomeLessonCommand, HomeLessonView } from '@contract/home-lesson';
import type { PersonLine } from '@contract/people';
import { allowed } from '../../core/machine';
import { sideOf } from '../pair/model';
import { type HomeLessonStep, homeLessonMachine } from './machine';
import { actorIn, type HomeLesson } from './model';

/** How a relative of the elder reads it, by what the elder agreed to. */
export type FamilyReader = Pick<Agreed, 'confirm'>;

/**
 * @param url where the recording can be heard, for these two only; `null` in lists and for relatives.
 * @param family whom the elder lets follow; `null` for one of the two
 * @param enteredBy who entered the slip; looked up for one visit, not for a list
 */
export function homeLessonView(
  lesson: HomeLesson,
  reader: string,
  url: string | null,
  family: FamilyReader | null = null,
  enteredBy: PersonLine | null = null,
): HomeLessonView {
  const side = family === null ? sideOf(lesson, reader) : 'old';
  const actor = actorIn(lesson, reader) ?? (family?.confirm ? 'family' : null);
  const commands = actor === null ? [] : allowed(homeLessonMachine, lesson.state, new Set([actor]));
  return {
    id: lesson._id,
    program: 'home_lesson',
    brand: 'silver',
    direction: lesson.direction,
    state: lesson.state,
    side,
    ...(family === null ? {} : { elder: lesson.oldLine }),
    other: side === 'old' ? lesson.youngLine : lesson.oldLine,
    at: lesson.at,
    month: lesson.month,
    columns: lesson.corrected ?? lesson.columns,
    // A voice is for the two; a request is found by who is let follow them all.
    audio: lesson.audio === null || family !== null ? null : { url, seconds: lesson.audio.seconds },
    requestId: side === 'old' && family === null ? lesson.requestId : null,
    paper: lesson.paper === undefined ? null : { signed: lesson.paper.signed, by: enteredBy },
    // Time and the desk are no reader of this view.
    next: commands.filter((command): command is HomeLessonCommand => !NOBODY_HERE.has(command)),
    sample: lesson.sample,
  };
}

const NOBODY_HERE: ReadonlySet<HomeLessonStep> = new Set(['lapse', 'enter', 'enter_signed']);

/** What is over: nothing more to do about it. */
export function isPast(lesson: Pick<HomeLesson, 'state'>): boolean {
  return homeLessonMachine.terminal.includes(lesson.state);
}

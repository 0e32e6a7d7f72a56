import type { HomeLessonCommand, HomeLessonView } from '@contract/home-lesson';
import { allowed } from '../../core/machine';
import { sideOf } from '../pair/model';
import { homeLessonMachine } from './machine';
import { actorIn, type HomeLesson } from './model';

/** @param url where the recording can be heard, for these two only; `null` in lists. */
export function homeLessonView(lesson: HomeLesson, reader: string, url: string | null): HomeLessonView {
  const side = sideOf(lesson, reader);
  const actor = actorIn(lesson, reader);
  const commands = actor === null ? [] : allowed(homeLessonMachine, lesson.state, new Set([actor]));
  return {
    id: lesson._id,
    program: 'home_lesson',
    brand: 'silver',
    direction: lesson.direction,
    state: lesson.state,
    side,
    other: side === 'old' ? lesson.youngLine : lesson.oldLine,
    at: lesson.at,
    month: lesson.month,
    columns: lesson.corrected ?? lesson.columns,
    audio: lesson.audio === null ? null : { url, seconds: lesson.audio.seconds },
    requestId: side === 'old' ? lesson.requestId : null,
    next: commands.filter((command): command is HomeLessonCommand => command !== 'lapse'),
    sample: lesson.sample,
  };
}

/** What is over: nothing more to do about it. */
export function isPast(lesson: Pick<HomeLesson, 'state'>): boolean {
  return homeLessonMachine.terminal.includes(lesson.state);
}

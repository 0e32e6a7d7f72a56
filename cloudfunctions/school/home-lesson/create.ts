import { birth } from '../../core/birth';
import { dayOf } from '../../core/calendar';
import type { Settings } from '../../core/settings';
import type { Pair } from '../pair/model';
import type { LessonStep } from './decide';
import { homeLessons } from './definition';
import { type HomeLesson, NO_COLUMNS } from './model';
import { suggested, tell } from './notices';

/** The first document of a visit: suggested, or appointed by one of the two when `at` is given; pure. */
export function newLesson(
  id: string,
  pair: Pair,
  at: number | null,
  step: Omit<LessonStep, 'requestId'>,
  settings: Settings,
): HomeLesson {
  const lesson: HomeLesson = {
    ...birth(id, homeLessons.schema, [pair.oldId, pair.youngId], step.now),
    timeline: [{ rid: step.rid, at: step.now, by: step.by, command: at === null ? 'suggest' : 'book' }],
    sample: pair.sample,
    pairId: pair._id,
    direction: pair.direction,
    oldId: pair.oldId,
    youngId: pair.youngId,
    oldLine: pair.oldLine,
    youngLine: pair.youngLine,
    communityId: pair.communityId,
    month: dayOf(at ?? step.now).slice(0, 7),
    state: at === null ? 'suggested' : 'scheduled',
    enteredAt: step.now,
    at,
    columns: NO_COLUMNS,
    corrected: null,
    audio: null,
    requestId: null,
    requestKind: null,
    learnerId: pair.direction === 'old_leads_young' ? pair.youngId : pair.oldId,
    hours: settings.homeLessonHours,
    confirmedAt: null,
    reminded: false,
  };
  const effects =
    at === null ? suggested(lesson, step) : tell({ ...lesson, at: null }, lesson, 'schedule', step);
  return { ...lesson, effects };
}

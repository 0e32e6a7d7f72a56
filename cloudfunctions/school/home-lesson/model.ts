import type { HomeLessonState, VisitColumns } from '@contract/home-lesson';
import type { PersonLine } from '@contract/people';
import type { PairDirection, Role } from '@contract/words';
import type { Aggregate } from '../../core/aggregate';
import { derivedId } from '../../core/ids';

/**
 * 送学上门: one visit of a pair. The one record behind three references: the teaching mode (S48), 银龄课堂
 * (S57) and the service project (S63).
 */
export interface HomeLesson extends Aggregate {
  pairId: string;
  direction: PairDirection;
  oldId: string;
  youngId: string;
  oldLine: PersonLine;
  youngLine: PersonLine;
  communityId: string;
  month: string;
  state: HomeLessonState;
  enteredAt: number;
  /** Appointed for, epoch ms. */
  at: number | null;
  /** As the visitor wrote it down; the elder's own words stand apart and go first. */
  columns: VisitColumns;
  corrected: VisitColumns | null;
  audio: { fileId: string; seconds: number } | null;
  requestId: string | null;
  requestKind: 'wish' | 'errand' | null;
  /** Whose study hours it is: who is helped, or who is led. */
  learnerId: string;
  hours: number;
  confirmedAt: number | null;
  reminded: boolean;
  /** Entered from a slip, by whom at which desk; absent: on the visitor's own phone. */
  paper?: FromPaper;
}

export interface FromPaper {
  by: string;
  role: DeskRole;
  /** The elder's signature stands on the slip: their word, so nothing waits for it. */
  signed: boolean;
}
/** Who enters slips: the school office, and the dispatcher of the community. */
export type DeskRole = Extract<Role, 'office' | 'dispatcher'>;

/** The request that 还缺啥 becomes, the same however it was written down: once for each visit. */
export const needId = (lessonId: string) => derivedId('request', 'home_lesson', lessonId);

export const NO_COLUMNS: VisitColumns = { learned: '', done: '', missing: '' };

export type HomeLessonActor = 'elder' | 'family' | 'visitor' | 'desk' | 'system';

export function actorIn(lesson: HomeLesson, by: string): HomeLessonActor | null {
  if (by === 'system') return 'system';
  if (by === lesson.oldId) return 'elder';
  return by === lesson.youngId ? 'visitor' : null;
}

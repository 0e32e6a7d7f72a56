import type { HomeLessonState, VisitColumns } from '@contract/home-lesson';
import type { PersonLine } from '@contract/people';
import type { PairDirection } from '@contract/words';
import type { Aggregate } from '../../core/aggregate';

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
}

export const NO_COLUMNS: VisitColumns = { learned: '', done: '', missing: '' };

export type HomeLessonActor = 'elder' | 'family' | 'visitor' | 'system';

export function actorIn(lesson: HomeLesson, by: string): HomeLessonActor | null {
  if (by === 'system') return 'system';
  if (by === lesson.oldId) return 'elder';
  return by === lesson.youngId ? 'visitor' : null;
}

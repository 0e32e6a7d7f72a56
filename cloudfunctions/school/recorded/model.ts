import type { ResourceTheme, Track } from '@contract/words';
import type { AggregateDefinition } from '../../core/aggregate';
import { type Published, publishedGrowsOld } from '../content/fresh';

/** 线上录制课 (S50). It has no field for who watched, and none for how long. */
export interface RecordedLesson extends Published {
  summary: string;
  track: Track;
  theme: ResourceTheme | null;
  minutes: number | null;
  fileId: string | null;
  courseId: string | null;
  /** Position in the list, set by the office. */
  order: number;
}

export const recordedLessons: AggregateDefinition<RecordedLesson> = {
  collection: 'recordedLessons',
  schema: 1,
  ...publishedGrowsOld<RecordedLesson>(),
};

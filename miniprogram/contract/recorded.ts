import type { Read } from './kinds';
import type { ResourceTheme, Track } from './words';

/** S50 线上录制课. Nobody’s watching is counted: there is no action that could tell. */
export interface RecordedCard {
  id: string;
  title: string;
  track: Track;
  theme: ResourceTheme | null;
  /** Length of the recording; `null`: not made yet. */
  minutes: number | null;
  sample: boolean;
}

export interface RecordedView extends RecordedCard {
  summary: string;
  /** Works for a short while; `null`: no recording has been put in yet. */
  videoUrl: string | null;
  /** The course in which it is talked over face to face; `null`: none yet. */
  courseId: string | null;
  /** This reader has ordered that course. */
  ordered: boolean;
}

export type RecordedActions = {
  'recorded.list': Read<Record<never, never>, { items: RecordedCard[] }>;
  'recorded.get': Read<{ id: string }, RecordedView>;
};

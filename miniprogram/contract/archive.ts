import type { ReadingView } from './content';
import type { Read } from './kinds';
import type { ContentKind, MatterKind, PlanArea, Policy, Route } from './words';

/** 档案 (S32): read out of what happened; nobody types anything into it. */

export interface ArchiveClass {
  id: string;
  title: string;
  startsAt: number;
  venue: string | null;
  /** Who taught, or from which of the eight sources they come. */
  teacher: string;
  /** How many came; `null`: fewer than five, and then it is no number (workflows 10.7). */
  came: number | null;
  cancelled: boolean;
  sample: boolean;
}

export interface ArchiveMonth {
  /** `2026-11` */
  month: string;
  classes: ArchiveClass[];
  walks: { id: string; route: Route; stop: string; at: number }[];
  /** What the approved plan has for this month; `null`: no plan of that year was approved. */
  plan: { edition: number; classes: { name: string; area: PlanArea }[] } | null;
  decisions: { id: string; kind: MatterKind; title: string; conclusion: string; at: number }[];
  approvals: { id: string; kind: ContentKind; title: string; at: number; readings: ReadingView[] }[];
  policies: { policy: Policy; edition: number; effectiveOn: string; at: number }[];
  /** Commended in this month (S75). */
  awards: { id: string; name: string; at: number }[];
}

export type ArchiveActions = {
  'archive.month': Read<{ month: string }, ArchiveMonth>;
};

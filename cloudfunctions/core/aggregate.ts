import type { Settings } from './settings';

/** What every aggregate's document has (DESIGN section 3). Times are epoch milliseconds. */
export interface Aggregate {
  _id: string;
  /** Version of the document's shape; `upgrade` of its definition lifts older ones. */
  schema: number;
  /** Raised by every write. */
  version: number;
  /** Everybody to whom it belongs: the one multikey index for "mine". */
  people: string[];
  timeline: readonly TimelineEntry[];
  effects: readonly Effect[];
  /** Earliest timer or expired lease; `null` when nothing waits. The one field that `sweep` asks for. */
  wakeAt: number | null;
  createdAt: number;
  updatedAt: number;
  /** Came over when two records of one person became one: by which joining, so that parting takes it back. */
  carried?: string | null;
  /** Made for a demonstration; shown as such wherever it appears. */
  sample: boolean;
}

export interface TimelineEntry {
  /** Request id of the command: a replay finds itself here. */
  rid: string;
  at: number;
  /** Person id, or `system`. */
  by: string;
  command: string;
}

/** Something that reaches beyond the document, promised by the update that wrote it. */
export interface Effect {
  /** Deterministic, so that carrying it out twice does it once. */
  id: string;
  kind: string;
  data: Readonly<Record<string, unknown>>;
  /** Who is carrying it out, and until when nobody else may. */
  lease: { by: string; until: number };
}

export interface AggregateDefinition<Doc extends Aggregate> {
  collection: string;
  schema: number;
  /** Lifts a document of an older schema; pure. */
  upgrade?: (doc: Doc) => Doc;
  /** Earliest moment at which time alone changes the document, `null` when never; pure. */
  nextTimer(doc: Doc, settings: Settings): number | null;
  /** What `sweep` does when that moment has come; returns the same document when nothing is due; pure. */
  onTimer(doc: Doc, context: TimerContext): Doc;
}

export interface TimerContext {
  now: number;
  settings: Settings;
  /** Who takes over the lease of effects that the timer writes. */
  invocation: string;
  /** Request id for the timeline entries that the timer writes. */
  rid: string;
}

/** How long a function keeps an effect to itself; longer than any function may run (cloudbaserc.json). */
export const LEASE_MS = 60_000;

/** When `sweep` has to look at the document again. */
export function wakeTime(timer: number | null, effects: readonly Effect[]): number | null {
  const times = effects.map((effect) => effect.lease.until);
  if (timer !== null) times.push(timer);
  return times.length === 0 ? null : Math.min(...times);
}

export function hasRid(doc: Aggregate, rid: string): boolean {
  return doc.timeline.some((entry) => entry.rid === rid);
}

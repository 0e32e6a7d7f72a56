import type { Aggregate } from './aggregate';

/** What a decision is told of a command: by which request, when (epoch ms), and who gives it. */
export interface Act {
  rid: string;
  now: number;
  by: string;
}

/** The document with that command in its history, where a replay of it finds itself. */
export function noted<Doc extends Aggregate>(doc: Doc, { rid, now, by }: Act, command: string): Doc {
  return { ...doc, timeline: [...doc.timeline, { rid, at: now, by, command }] };
}

import type { Aggregate } from './aggregate';
import { refuse } from './refusal';

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

/** What is written over, as its writer has read it. @param version of what was read @throws STALE when somebody has written since */
export function asRead<Doc extends Aggregate>(doc: Doc, version: number): Doc {
  if (doc.version !== version) refuse('STALE');
  return doc;
}

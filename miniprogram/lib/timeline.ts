import type { HistoryLine } from '../contract/service';
import { joined, steady } from './text';
import { dayTime } from './time';

export interface TimelineLine {
  key: string;
  text: string;
  /** 今天 9:12 · 李** */
  note: string;
}

/** Newest first. What a phone without network sent later stands at the time when it happened. */
export function timeline(history: readonly HistoryLine[], now: number): TimelineLine[] {
  const happened = ({ at, occurredAt }: HistoryLine): number => occurredAt ?? at;
  // Reversed first: of two lines of the same second the later written one is the newer.
  return [...history]
    .reverse()
    .sort((a, b) => happened(b) - happened(a))
    .map((line, index) => ({
      key: `${history.length - index}`,
      text: steady(line.text),
      note: joined(dayTime(happened(line), now), line.who, line.occurredAt !== null && '没网时记的'),
    }));
}

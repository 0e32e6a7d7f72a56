import type { Nothing, Read } from './kinds';
import type { Swept } from './words';

/** 运行情况: whether the clockwork of the street runs, told to who can mend it. Nothing about anybody. */
export interface OperationsView {
  /** When the timer last ran; `null`: never. */
  tickAt: number | null;
  /** Not every minute any more. */
  stopped: boolean;
  /** What waited longer than it should have, at that tick. */
  late: { what: Swept; count: number }[];
  /** What could not be woken, at that tick. */
  failed: { what: Swept; count: number }[];
  /** WeChat messages of the last day that went astray, or that WeChat refused. The inbox has them all. */
  messages: { lost: number; refused: number };
  /** Wishes that wait for a person because the content check could not clear them. */
  unchecked: number;
}

export type OperationsActions = {
  'operations.get': Read<Nothing, OperationsView>;
};

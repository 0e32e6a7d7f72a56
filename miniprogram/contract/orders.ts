import type { Nothing, Read, Write } from './kinds';
import type { CourseView, SessionState } from './school';
import type { Program } from './words';

/** 点课 → 排课 (S39): branches order too, and the office sees what is wanted. */

/** A course that people wait for. How many, and which branches; never who. */
export interface OrderLine {
  id: string;
  title: string;
  program: Program;
  minutes: number;
  /** People who ordered, and those whom the branches bring. */
  heads: number;
  /** Enough of them for a class. */
  enough: number;
  branches: { name: string; size: number }[];
  /** In the pool since then; `null`: not enough yet. */
  pooledAt: number | null;
  /** A class of it that is being planned already. */
  planned: { id: string; state: SessionState; startsAt: number } | null;
  sample: boolean;
}

export type OrderActions = {
  /** A 支部 by its contact; the name is remembered for the next time. */
  'course.order_branch': Write<{ id: string; branch: string; size: number; ordered: boolean }, CourseView>;
  /** The office's pool, longest waiting first, and what has not got enough orders yet. */
  'course.orders': Read<Nothing, { pool: OrderLine[]; waiting: OrderLine[] }>;
};

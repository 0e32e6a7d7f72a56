import type { LogLevel } from '../logs';

/** What the cloud gives a worker when it starts. */
export interface WorkerSetup {
  /** Absolute path of the function's bundle. */
  file: string;
  replyLimit: number;
  /** What V8 made of this very bundle in an earlier worker; without it the worker sends its own. */
  compiled?: Uint8Array;
}

/** One event for the function in the worker. */
export interface Invocation {
  requestId: string;
  /** JSON text of the event. */
  event: string;
  /** Plain fields of the second argument of `main`. */
  context: Record<string, unknown>;
  /** Copied into the worker's `process.env` and, as the real bootstrap does, never taken out again. */
  environment: Record<string, string>;
  /** Milliseconds by which the cloud's clock is ahead. */
  clockOffset: number;
}

export type FromWorker =
  | { type: 'ready' }
  | { type: 'compiled'; code: Uint8Array }
  | { type: 'broken'; message: string }
  | { type: 'crashed'; message: string }
  | { type: 'line'; level: LogLevel; text: string }
  | { type: 'done'; requestId: string; reply: string }
  | { type: 'failed'; requestId: string; message: string };

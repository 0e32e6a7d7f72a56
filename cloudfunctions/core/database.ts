import tcb from '@cloudbase/node-sdk';

/**
 * The one door to the SDK. `SYMBOL_CURRENT_ENV`: the environment that the function runs in. The
 * SDK reads its short-lived credentials from this invocation's environment by itself.
 */
const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, timeout: 5_000, keepalive: true });

export type App = typeof app;
export type Database = ReturnType<App['database']>;
export type Command = Database['command'];

export const cloud: App = app;
export const database: Database = app.database();

/** How a failed call is to be taken. */
export type Failure =
  /** A document with that `_id` or unique key exists. */
  | 'duplicate'
  /** It may or may not have taken effect: read before writing again. */
  | 'uncertain'
  /** Refused for load; nothing happened. */
  | 'busy'
  /** A mistake of ours or of the deployment. */
  | 'broken';

const field = (error: unknown, name: 'code' | 'message'): string => {
  if (typeof error !== 'object' || error === null) return '';
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Sorts the SDK's errors; both shapes of a duplicate key occur in production. */
export function classify(error: unknown): Failure {
  const code = field(error, 'code');
  const message = field(error, 'message');
  if (code === 'DATABASE_DUPLICATE_WRITE' || /\bE11000 duplicate key error\b/.test(message))
    return 'duplicate';
  // Too large stays too large: no load, and no use trying again.
  if (code === 'EXCEED_REQUEST_SIZE_LIMIT') return 'broken';
  if (code.startsWith('EXCEED_') || code === '429') return 'busy';
  if (
    /^(DATABASE_(TIMEOUT|REQUEST_FAILED|TRANSACTION_CONFLICT)|SYS_ERR|E[A-Z]*TIMEDOUT|ECONN[A-Z]+|EPIPE|50[0-9])$/.test(
      code,
    )
  )
    return 'uncertain';
  if (/socket hang up|timed? ?out|network/i.test(message)) return 'uncertain';
  return 'broken';
}

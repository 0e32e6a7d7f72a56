import type { RefusalCode } from '../contract/errors';
import { Refused, saysOf, Unreachable } from './failures';

/** What a page shows when its read failed. */
export interface Trouble {
  /** `empty`: it is not there, or not for this reader; trying again would not help. */
  state: 'empty' | 'error';
  says: string;
  offline: boolean;
}

const GONE: readonly RefusalCode[] = ['NOT_FOUND', 'NOT_ALLOWED', 'AGREED_ALREADY'];

export function troubleOf(failure: unknown): Trouble {
  const gone = failure instanceof Refused && GONE.includes(failure.code);
  return {
    state: gone ? 'empty' : 'error',
    says: saysOf(failure),
    offline: failure instanceof Unreachable && failure.reason === 'offline',
  };
}

import tcb from '@cloudbase/node-sdk';

/**
 * Who is calling, from this invocation's context only: the process's environment keeps the keys of
 * earlier invocations (the platform copies them there and never deletes them).
 */
export interface Invocation {
  /** The platform's id of this run; also who holds the leases of its effects. */
  id: string;
  /** `null` for a timer, a message push, or a call from outside WeChat. */
  openid: string | null;
  /** Started by a timer. */
  timer: boolean;
}

export function readInvocation(context: object): Invocation {
  // The SDK checks the shape itself and throws INVALID_CONTEXT.
  const parsed: unknown = tcb.parseContext(context as Parameters<typeof tcb.parseContext>[0]);
  const environment = record(record(parsed)['environment'] ?? record(parsed)['environ']);
  const timer = environment['TRIGGER_SRC'] === 'timer';
  const openid = environment['WX_OPENID'];
  const id = record(context)['request_id'];
  return {
    id: typeof id === 'string' && id !== '' ? id : 'unnamed',
    openid: !timer && typeof openid === 'string' && openid !== '' ? openid : null,
    timer,
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  // Every member is read as unknown and checked where it is used.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Names that fail loudly: documented by WeChat and not done by this phone, or known to nobody. */
import type { Host } from '../runtime/host';
import { type Api, deliver, isFunction, isRecord } from './api';

/** Marks a function that only refuses, so that `wx.canIUse` tells the truth. */
const REFUSING = new WeakSet<object>();

export function isRefusing(value: unknown): boolean {
  return typeof value === 'function' && REFUSING.has(value);
}

export function markRefusing<T extends object>(refusing: T): T {
  REFUSING.add(refusing);
  return refusing;
}

/**
 * A function (usable with `new` too) that reports its name. A caller who is prepared for failure (`fail` or
 * `complete`) is told by that; for all others it throws.
 */
export function reject(host: Host, name: string): (given?: unknown) => undefined {
  const message = `wx.${name} is not supported by this phone`;
  function refuse(given?: unknown): undefined {
    const error = new Error(message);
    host.report({ kind: 'wx', message, ...(error.stack === undefined ? {} : { stack: error.stack }) });
    if (!isRecord(given) || !(isFunction(given.fail) || isFunction(given.complete))) throw error;
    deliver(given, 'fail', { errMsg: `${name}:fail not supported by this phone` });
    return undefined;
  }
  return markRefusing(refuse);
}

/** The same for an object: reading any of its members reports it. */
export function rejectMembers(host: Host, name: string): object {
  const members: object = new Proxy(() => undefined, {
    get: (_, member) => (typeof member === 'symbol' ? undefined : reject(host, `${name}.${member}`)()),
  });
  return markRefusing(members);
}

/** Asked by promises, by `JSON.stringify` and by consoles of every object. */
const EVERYDAY = new Set([
  'then',
  'toJSON',
  'nodeType',
  'tagName',
  '$$typeof',
  'asymmetricMatch',
  '__esModule',
]);

/** Reports, once each, the names that are read from `apis` and that nobody knows. */
export function named(host: Host, label: string, apis: Api): Api {
  const reported = new Set<string>();
  return new Proxy(apis, {
    get(target, name, receiver) {
      if (typeof name === 'string' && !(name in target) && !EVERYDAY.has(name) && !reported.has(name)) {
        reported.add(name);
        host.report({ kind: 'wx', message: `${label}.${name} is not a name that WeChat documents` });
      }
      return Reflect.get(target, name, receiver);
    },
  });
}

import type { Host } from '../../runtime/host';
import { isFunction, isRecord } from '../api';
import { markRefusing } from '../unsupported';

/** What would go to the database; the rest (collections, conditions, commands) is only said. */
const ASKING = new Set(['get', 'add', 'update', 'set', 'remove', 'count', 'watch', 'end', 'runTransaction']);

/**
 * `wx.cloud.database`: the stand-in of the cloud lets functions into its database and no mini program. Many
 * programs take hold of theirs when they start, as WeChat allows; that is reported, and refused is what they ask.
 */
export function databaseApi(host: Host, isEnabled: () => boolean): () => unknown {
  const message = 'wx.cloud.database is not supported by this phone: a mini program asks a cloud function';
  return markRefusing(() => {
    if (!isEnabled()) throw new Error("Cloud API isn't enabled, please call wx.cloud.init first");
    host.report({ kind: 'wx', message });
    return said(() => {
      host.report({ kind: 'wx', message });
      return new Error(message);
    });
  });
}

/** Can be called, and made with `new`. */
function Nothing(): void {
  // What is called or made is answered by the proxy around it.
}

/** Every member is such a thing again, whether it is called or not, until one of them asks. */
function said(refuse: () => Error): unknown {
  return new Proxy(Nothing, {
    get(_, name) {
      // It is no promise, and it is no text.
      if (name === 'then' || typeof name === 'symbol') return undefined;
      return ASKING.has(name) ? (given: unknown) => refusal(refuse(), given) : said(refuse);
    },
    apply: () => said(refuse),
    construct: () => Object(said(refuse)),
  });
}

function refusal(error: Error, given: unknown): Promise<never> | undefined {
  if (!isRecord(given) || !(isFunction(given.fail) || isFunction(given.complete)))
    return Promise.reject(error);
  const failure = { errCode: -1, errMsg: error.message };
  for (const callback of [given.fail, given.complete]) if (isFunction(callback)) callback(failure);
  return undefined;
}

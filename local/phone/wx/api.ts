/**
 * The calling convention that every asynchronous function of `wx` shares: an object with `success`, `fail`
 * and `complete`, or, when it has none of the three, a promise. `errMsg` is `name:ok` or `name:fail reason`.
 */
import type { Host } from '../runtime/host';

export type Options = Record<string, unknown>;
export type Result = Record<string, unknown>;
export type Api = Record<string, unknown>;
/** What an asynchronous function does; what it returns is joined with `errMsg`. */
export type Work = (options: Options) => Result | undefined | Promise<Result | undefined>;

/** A refusal that the mini program is told about: it becomes `name:fail reason`, with `extra` beside it. */
export class ApiFailure extends Error {
  readonly reason: string;
  readonly extra: Result;

  constructor(reason: string, extra: Result = {}) {
    super(reason);
    this.name = 'ApiFailure';
    this.reason = reason;
    this.extra = extra;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}

/** WeChat's `fail` argument for a failure of the function `name`. */
export function failureOf(host: Host, name: string, error: unknown): Result {
  if (error instanceof ApiFailure) {
    return { errMsg: error.reason === '' ? `${name}:fail` : `${name}:fail ${error.reason}`, ...error.extra };
  }
  // Not a refusal but a defect of the phone or its browser: the mini program hears of it, and so do tests.
  const message = error instanceof Error ? error.message : String(error);
  host.report({
    kind: 'wx',
    message: `wx.${name}: ${message}`,
    ...(error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {}),
  });
  return { errMsg: `${name}:fail ${message}` };
}

/**
 * Delivers a result to the callbacks of `options`, later than the call itself as WeChat does. An exception
 * thrown by a callback stays uncaught, so that the app's `onError` and tests see it.
 */
export function deliver(options: Options, kind: 'success' | 'fail', result: Result): void {
  const { complete } = options;
  const callback = options[kind];
  if (isFunction(callback)) queueMicrotask(() => callback(result));
  if (isFunction(complete)) queueMicrotask(() => complete(result));
}

export function hasCallbacks(options: Options): boolean {
  return isFunction(options.success) || isFunction(options.fail) || isFunction(options.complete);
}

/** Makes an asynchronous `wx` function. `work` runs at once, so that what it shows is there when it returns. */
export function asyncApi(
  host: Host,
  name: string,
  work: Work,
): (given?: unknown) => Promise<Result> | undefined {
  return (given) => {
    const options = isRecord(given) ? given : {};
    const settled = new Promise<Result | undefined>((resolve) => resolve(work(options))).then(
      (result): Result => ({ errMsg: `${name}:ok`, ...result }),
      (error: unknown) => {
        throw failureOf(host, name, error);
      },
    );
    if (!hasCallbacks(options)) return settled;
    settled.then(
      (result) => deliver(options, 'success', result),
      // `failureOf` made it: the rejection is always a Result.
      (failure: Result) => deliver(options, 'fail', failure),
    );
    return undefined;
  };
}

/** Makes a whole family of asynchronous functions from a table. */
export function asyncApis(host: Host, table: Record<string, Work>): Api {
  return Object.fromEntries(Object.entries(table).map(([name, work]) => [name, asyncApi(host, name, work)]));
}

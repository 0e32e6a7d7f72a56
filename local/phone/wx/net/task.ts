import type { Host } from '../../runtime/host';
import { type Api, deliver, failureOf, isRecord, type Options, type Result } from '../api';
import { Listeners } from '../base/listeners';

/** What the work of a task can tell meanwhile. */
export interface TaskContext {
  signal: AbortSignal;
  headers(header: Record<string, string>, statusCode: number): void;
  progress(result: Result): void;
}

/** Makes a `wx` function that answers a task (abort, progress) and no promise: request, uploadFile, downloadFile. */
export function taskApi(
  host: Host,
  name: string,
  work: (options: Options, context: TaskContext) => Promise<Result>,
): (given?: unknown) => Api {
  return (given) => {
    const options = isRecord(given) ? given : {};
    const controller = new AbortController();
    const headers = new Listeners();
    const progress = new Listeners();
    work(options, {
      signal: controller.signal,
      headers: (header, statusCode) => headers.emit({ header, statusCode, cookies: [] }),
      progress: (result) => progress.emit(result),
    }).then(
      (result) => deliver(options, 'success', { errMsg: `${name}:ok`, ...result }),
      (error: unknown) => deliver(options, 'fail', failureOf(host, name, error)),
    );
    return {
      abort: () => controller.abort(),
      ...headers.named('HeadersReceived'),
      ...progress.named('ProgressUpdate'),
    };
  };
}

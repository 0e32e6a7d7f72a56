/**
 * Runs inside a function's worker thread: loads the bundle once, then one event at a time, in the
 * manner of the platform's own bootstrap. It is bundled by `worker-source.ts` and imports nothing that
 * the platform would not have.
 */
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { format } from 'node:util';
import { Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import type { LogLevel } from '../../logs';
import type { FromWorker, Invocation, WorkerSetup } from '../messages';
import { installShiftedDate, shiftDate } from './date';
import { refuseRealCloud } from './outside';

type Main = (
  event: unknown,
  context: unknown,
  callback: (error: unknown, value?: unknown) => void,
) => unknown;

// `workerData` is untyped by nature; its one sender is `instance.ts`.
const setup = workerData as WorkerSetup;
let main: Main | undefined;
let running: Invocation | undefined;
/** What is left to do after the first event: by then what it needs is compiled to the end. */
let later: (() => void) | undefined;

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function captureConsole(): void {
  const levels: Record<string, LogLevel> = {
    debug: 'debug',
    trace: 'debug',
    log: 'info',
    info: 'info',
    dir: 'info',
    warn: 'warn',
    error: 'error',
  };
  for (const [method, level] of Object.entries(levels)) {
    Reflect.set(console, method, (...parts: unknown[]) =>
      send({ type: 'line', level, text: format(...parts) }),
    );
  }
  captureStream(process.stdout, 'info');
  captureStream(process.stderr, 'error');
}

/** By the same way as the console's lines, so that the order is that of writing. */
function captureStream(stream: NodeJS.WriteStream, level: LogLevel): void {
  Reflect.set(stream, 'write', (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    send({
      type: 'line',
      level,
      text: (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()).trimEnd(),
    });
    const written = rest.at(-1);
    if (typeof written === 'function') process.nextTick(written);
    return true;
  });
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.stack ?? `${error.name}: ${error.message}`;
}

function fail(requestId: string, message: string): void {
  running = undefined;
  send({ type: 'failed', requestId, message });
}

function finish(requestId: string, value: unknown): void {
  if (running?.requestId !== requestId) return;
  let reply: string;
  try {
    reply = JSON.stringify(value === undefined ? null : value) ?? 'null';
  } catch (error) {
    fail(requestId, `stringify response to json failed: ${error instanceof Error ? error.message : error}`);
    return;
  }
  if (Buffer.byteLength(reply) > setup.replyLimit) {
    fail(requestId, 'body size is too long');
    return;
  }
  running = undefined;
  send({ type: 'done', requestId, reply });
  later?.();
  later = undefined;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

async function run(invocation: Invocation): Promise<void> {
  const { requestId } = invocation;
  running = invocation;
  shiftDate(invocation.clockOffset);
  Object.assign(process.env, invocation.environment);
  if (!main) return;
  try {
    const byCallback = new Promise<unknown>((resolve, reject) => {
      const value = main?.(JSON.parse(invocation.event), invocation.context, (error, result) => {
        if (error)
          reject(
            error instanceof Error ? error : new Error(`${error} (callback err is not instance of Error)`),
          );
        else resolve(result);
      });
      // A handler with two parameters cannot call back: what it returns is its answer.
      if (isThenable(value)) resolve(value);
      else if (value !== undefined || (main?.length ?? 0) < 3) resolve(value);
    });
    finish(requestId, await byCallback);
  } catch (error) {
    const message = sentence(error);
    send({ type: 'line', level: 'error', text: message });
    if (running?.requestId === requestId) fail(requestId, message);
  }
}

/** As `require` does it, but that V8 need not compile what another worker has compiled. */
function requireBundle(): unknown {
  const { file, compiled } = setup;
  const text = Module.wrap(readFileSync(file, 'utf8'));
  const script = new Script(text, { filename: file, ...(compiled && { cachedData: compiled }) });
  const module = { exports: {} as unknown };
  // Node's own wrapper makes a function of these five.
  const run = script.runInThisContext() as (...parts: unknown[]) => void;
  run.call(module.exports, module.exports, createRequire(file), module, file, path.dirname(file));
  if (compiled === undefined || script.cachedDataRejected === true) {
    later = () => send({ type: 'compiled', code: script.createCachedData() });
  }
  return module.exports;
}

function load(): void {
  const loaded = requireBundle();
  const handler = typeof loaded === 'object' && loaded !== null && 'main' in loaded ? loaded.main : undefined;
  if (typeof handler !== 'function') throw new Error(`${setup.file} exports no function named main`);
  // Its parameters and result are the platform's contract; nothing more can be known of it here.
  main = handler as Main;
}

// The parent ends the worker: had it exited here, its last words would be lost with it.
process.on('uncaughtException', (error) => {
  const message = sentence(error);
  send({ type: 'line', level: 'error', text: message });
  send({ type: 'crashed', message });
});

installShiftedDate();
refuseRealCloud();
captureConsole();
try {
  load();
  send({ type: 'ready' });
} catch (error) {
  send({ type: 'broken', message: sentence(error) });
}
parentPort?.on('message', (invocation: Invocation) => void run(invocation));

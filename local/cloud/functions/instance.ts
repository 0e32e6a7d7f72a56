import { Worker } from 'node:worker_threads';
import { CloudError } from '../errors';
import { FUNCTION_REPLY } from '../limits';
import type { LogLevel } from '../logs';
import type { FunctionDeclaration } from '../types';
import { compiledCode, keepCompiledCode, versionOf } from './code-cache';
import type { FromWorker, Invocation, WorkerSetup } from './messages';
import { workerSource } from './worker-source';

/** Production's limit for loading a function's code. */
const INITIALIZATION_SECONDS = 65;

export type OnLine = (level: LogLevel, text: string) => void;

interface Running {
  requestId: string;
  onLine: OnLine;
  resolve: (reply: string) => void;
  reject: (error: CloudError) => void;
  timer: NodeJS.Timeout;
}

/** One warm worker of a function. It takes one event at a time; once it is `dead` it takes no more. */
export class Instance {
  readonly #worker: Worker;
  readonly #declaration: FunctionDeclaration;
  readonly #onDeath: () => void;
  /** Of the bundle it was started with. */
  readonly #version: string;
  #running: Running | undefined;
  #ready = false;
  #broken: string | undefined;
  /** What was written between two events; the platform shows it with the next one. */
  #strayLines: { level: LogLevel; text: string }[] = [];
  dead = false;

  constructor(declaration: FunctionDeclaration, environment: Record<string, string>, onDeath: () => void) {
    this.#declaration = declaration;
    this.#onDeath = onDeath;
    const { file } = declaration;
    this.#version = versionOf(file);
    const compiled = compiledCode(this.#version);
    const setup: WorkerSetup = { file, replyLimit: FUNCTION_REPLY, ...(compiled && { compiled }) };
    this.#worker = new Worker(workerSource(), {
      eval: true,
      env: environment,
      // The parent's loaders and flags are not the function's business, and cost it time.
      execArgv: [],
      workerData: setup,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: declaration.memoryMb },
    });
    this.#worker.on('message', (message: FromWorker) => this.#receive(message));
    this.#worker.on('error', (error) => this.#crash(error));
    this.#worker.on('exit', () => this.#end(exited()));
    this.#worker.stdout.on('data', (chunk: Buffer) => this.#line('info', chunk.toString().trimEnd()));
    this.#worker.stderr.on('data', (chunk: Buffer) => this.#line('error', chunk.toString().trimEnd()));
  }

  /**
   * @returns the reply as JSON text.
   * @throws CloudError named as production names it: failure, time limit, memory limit.
   */
  run(invocation: Invocation, onLine: OnLine): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = this.#timer(this.#ready ? this.#declaration.timeoutSeconds : INITIALIZATION_SECONDS);
      this.#running = { requestId: invocation.requestId, onLine, resolve, reject, timer };
      for (const { level, text } of this.#strayLines.splice(0)) onLine(level, text);
      if (this.dead) this.#end(exited());
      else if (this.#broken !== undefined) this.#end(executionFailure(this.#broken));
      else this.#worker.postMessage(invocation);
    });
  }

  /** Ends the worker at once; what it was doing fails as a crash does. */
  kill(): void {
    this.#end(exited());
  }

  async close(): Promise<void> {
    this.kill();
    await this.#worker.terminate();
  }

  #receive(message: FromWorker): void {
    if (message.type === 'line') this.#line(message.level, message.text);
    if (message.type === 'ready') this.#start();
    if (message.type === 'compiled') keepCompiledCode(this.#version, message.code);
    if (message.type === 'crashed') this.#end(executionFailure(message.message));
    if (message.type === 'broken') this.#breakDown(message.message);
    if (message.type !== 'done' && message.type !== 'failed') return;
    const running = this.#running;
    if (running?.requestId !== message.requestId) return;
    this.#running = undefined;
    clearTimeout(running.timer);
    if (message.type === 'done') running.resolve(message.reply);
    else running.reject(executionFailure(message.message));
  }

  /** Loading has a limit of its own: the function's time begins when its code is there. */
  #start(): void {
    this.#ready = true;
    if (!this.#running) return;
    clearTimeout(this.#running.timer);
    this.#running.timer = this.#timer(this.#declaration.timeoutSeconds);
  }

  #timer(seconds: number): NodeJS.Timeout {
    const message = `Invoking task timed out after ${seconds} seconds`;
    return setTimeout(
      () => this.#end(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', message)),
      seconds * 1_000,
    );
  }

  #line(level: LogLevel, text: string): void {
    if (this.#running) this.#running.onLine(level, text);
    else if (this.#strayLines.length < 100) this.#strayLines.push({ level, text });
  }

  #breakDown(message: string): void {
    this.#broken = message;
    this.#line('error', message);
    if (this.#running) this.#end(executionFailure(message));
  }

  #crash(error: unknown): void {
    const outOfMemory =
      error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.#end(
      outOfMemory
        ? new CloudError(
            'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
            `memory limit of ${this.#declaration.memoryMb} MB exceeded`,
          )
        : executionFailure(error instanceof Error ? error.message : String(error)),
    );
  }

  #end(error: CloudError): void {
    if (!this.dead) {
      this.dead = true;
      void this.#worker.terminate();
      this.#onDeath();
    }
    const running = this.#running;
    if (!running) return;
    this.#running = undefined;
    clearTimeout(running.timer);
    running.reject(error);
  }
}

function executionFailure(message: string): CloudError {
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', message);
}

function exited(): CloudError {
  return executionFailure('process exited before completing request');
}

import { EventEmitter, once } from 'node:events';
import type { Page } from 'playwright-core';
import type { WebSocket } from 'ws';
import type { Problem } from '../phone/runtime/problem';
import { Line } from './line';
import { isRecord } from './message';

/** A page that is loaded calls at once. */
const CALL_MS = 10_000;

/** The agent inside one phone, as the relay talks to it. */
export class PhoneAgent {
  readonly #page: Page;
  readonly #onEvent: (event: string) => void;
  #line: Line | undefined;
  readonly #calls = new EventEmitter<{ call: [Line] }>();

  /** @param onEvent hears what the agent tells by itself, a message of the protocol */
  constructor(page: Page, onEvent: (event: string) => void) {
    this.#page = page;
    this.#onEvent = onEvent;
  }

  /** The phone has called: its page was loaded, or loaded anew. */
  take(socket: WebSocket): void {
    const line = new Line(socket, this.#onEvent);
    this.#line = line;
    socket.on('close', () => {
      if (this.#line === line) this.#line = undefined;
    });
    this.#calls.emit('call', line);
  }

  /**
   * Hands a message over as it came; the answer is one too. While a phone reloads, after a save, it is waited for.
   * @throws Error when it reloaded over the message: whether that was carried out nobody knows.
   */
  async pass(message: string): Promise<string> {
    return (this.#line ?? (await this.#called())).ask(message);
  }

  /** @throws Error with the agent's message. */
  async ask(method: string, params: object): Promise<Record<string, unknown>> {
    const answer: unknown = JSON.parse(await this.pass(JSON.stringify({ id: method, method, params })));
    const { result, error } = isRecord(answer) ? answer : {};
    if (isRecord(error)) throw new Error(String(error.message));
    return isRecord(result) ? result : {};
  }

  /** Waits for the phone's first page and its line. @throws Error when the phone does not start or has no agent. */
  async ready(): Promise<Line> {
    if ((await this.#start()) === undefined) {
      throw new Error('this phone was built without the agent: give AGENT to buildPhone as an extra script');
    }
    return this.#line ?? this.#called();
  }

  /** Of a page that is being loaded. */
  async #called(): Promise<Line> {
    try {
      const [line] = await once(this.#calls, 'call', { signal: AbortSignal.timeout(CALL_MS) });
      // What `take` emits.
      return line as Line;
    } catch {
      throw new Error(`the agent of the phone has not called within ${CALL_MS} ms`);
    }
  }

  /** What the phone's page, once it has started, says of an agent in it. */
  async #start(): Promise<unknown> {
    for (;;) {
      try {
        return await this.#page.evaluate(
          '(window.__phone ? window.__phone.ready : Promise.reject(Error("no phone is here"))).then(() => window.__automator)',
        );
      } catch (error) {
        // Loaded anew meanwhile: it is that one that starts.
        if (!(error instanceof Error) || !error.message.includes('Execution context was destroyed'))
          throw error;
      }
    }
  }

  problems(): Promise<Problem[]> {
    return this.#page.evaluate('window.__phone.problems()');
  }
}

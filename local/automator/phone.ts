import type { Page } from 'playwright-core';
import type { Problem } from '../phone/runtime/problem';
import { isRecord } from './message';

/** The agent inside one phone, as the relay talks to it. */
export class PhoneAgent {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /**
   * Hands a message over as it came; the answer is one too. While a phone reloads, after a save, it is waited for.
   * @throws Error when it reloaded over the message: whether that was carried out nobody knows.
   */
  async pass(message: string): Promise<string> {
    const call = `globalThis.__automator ? __automator.handle(${JSON.stringify(message)}) : null`;
    try {
      const answer: unknown = await this.#page.evaluate(call);
      if (answer !== null) return String(answer);
      await this.ready();
      return String(await this.#page.evaluate(call));
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('Execution context was destroyed'))
        throw error;
      throw new Error('the phone was reloaded before it answered');
    }
  }

  /** @throws Error with the agent's message. */
  async ask(method: string, params: object): Promise<Record<string, unknown>> {
    const answer: unknown = JSON.parse(await this.pass(JSON.stringify({ id: method, method, params })));
    const { result, error } = isRecord(answer) ? answer : {};
    if (isRecord(error)) throw new Error(String(error.message));
    return isRecord(result) ? result : {};
  }

  /** Waits for the phone's first page. @throws Error when the phone does not start or has no agent. */
  async ready(): Promise<void> {
    await this.#page.evaluate(
      'window.__phone ? window.__phone.ready : Promise.reject(Error("no phone is here"))',
    );
    if ((await this.#page.evaluate('typeof window.__automator')) === 'undefined') {
      throw new Error('this phone was built without the agent: give AGENT to buildPhone as an extra script');
    }
  }

  problems(): Promise<Problem[]> {
    return this.#page.evaluate('window.__phone.problems()');
  }
}

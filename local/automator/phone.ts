import type { Page } from 'playwright-core';
import type { Problem } from '../phone/runtime/problem';
import { isRecord } from './message';

/** The agent inside one phone, as the relay talks to it. */
export class PhoneAgent {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Hands a message over as it came; the answer is one too. */
  async pass(message: string): Promise<string> {
    const answer: unknown = await this.#page.evaluate(`__automator.handle(${JSON.stringify(message)})`);
    return String(answer);
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

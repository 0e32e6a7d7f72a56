import type { Page as Glass } from 'playwright-core';
import type { Automator } from '../../../../local/automator';
import type { Problem } from '../../../../local/phone/runtime/problem';
import { connect, type Element, type MiniProgram, type Page } from '../client';
import { PATIENCE_MS } from '../eventually';
import type { Conditions, Driver } from './driver';

/** The phone in the browser: its endpoint understands `>>>`, and its glass can be touched beside it. */
export class LocalDriver implements Driver {
  readonly name = 'the phone in the browser';
  readonly mini: MiniProgram;
  readonly glass: Glass;
  readonly #automator: Automator;
  /** What is round the phone, whether it runs or not. */
  readonly #round: Conditions = {};

  private constructor(automator: Automator, mini: MiniProgram) {
    this.#automator = automator;
    this.mini = mini;
    this.glass = automator.page;
  }

  static async connect(automator: Automator): Promise<LocalDriver> {
    return new LocalDriver(automator, await connect(automator.wsEndpoint));
  }

  async findAll(scope: Page | Element, selector: string): Promise<Element[]> {
    // The client's typings say `any`; it is a list of its elements.
    return (await scope.$$(selector)) as Element[];
  }

  async overlayWords(): Promise<string> {
    return String(await this.glass.evaluate('document.querySelector(".phone-overlay")?.innerText ?? ""'));
  }

  async answer(word: string): Promise<void> {
    await this.#press('.phone-overlay', word);
  }

  async tab(word: string): Promise<void> {
    await this.#press('.phone-view:not([hidden]) > :not(.phone-web, .phone-nav)', word);
  }

  async conditions(change: Conditions): Promise<void> {
    Object.assign(this.#round, change);
    await this.#phone(`setConditions(${JSON.stringify(change)})`);
  }

  async showToCamera(pictures: readonly string[]): Promise<void> {
    await this.#phone(`showToCamera(${JSON.stringify(pictures)})`);
  }

  async openCode(path: string): Promise<void> {
    await this.#phone(`open(${JSON.stringify(path)})`);
  }

  async foreground(on: boolean): Promise<void> {
    await this.#phone(`setForeground(${on})`);
  }

  async restart(): Promise<void> {
    await this.#phone('written()');
    await this.glass.reload();
    await this.#phone('ready');
    await this.conditions(this.#round);
  }

  problems(): Promise<Problem[]> {
    return this.#automator.problems();
  }

  async shot(file: string): Promise<void> {
    await this.glass.screenshot({ path: file });
  }

  async close(): Promise<void> {
    this.mini.disconnect();
    await this.#automator.close();
  }

  async #press(where: string, word: string): Promise<void> {
    await this.glass.locator(where).getByText(word, { exact: true }).last().tap({ timeout: PATIENCE_MS });
  }

  async #phone(call: string): Promise<void> {
    await this.glass.evaluate(`window.__phone.${call}`);
  }
}

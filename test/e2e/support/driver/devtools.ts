import type { Page as Glass } from 'playwright-core';
import type { Problem } from '../../../../local/phone/runtime/problem';
import { connect, type Element, type MiniProgram, type Page } from '../client';
import { eventually } from '../eventually';
import { answerDialog, noteDialogs, openDialog } from './dialogs-for-devtools';
import type { Conditions, Driver } from './driver';
import { componentTags, tabPage } from './project';
import { walk } from './walk';

/** What DevTools can press of WeChat's own questions for a permission (`native()` of the client). */
const NATIVE = {
  允许: 'authorizeAllow',
  拒绝: 'authorizeCancel',
} as const;

/** Said where `miniprogram-automator` has no way to what a journey asks for. */
export class NotOnDevTools extends Error {
  constructor(what: string) {
    super(`${what} is not possible on DevTools: miniprogram-automator has nothing for it`);
  }
}

/** WeChat's developer tools (or anything that speaks their protocol), by the protocol alone. */
export class DevToolsDriver implements Driver {
  readonly name = 'DevTools';
  readonly #mini: MiniProgram;
  readonly #problems: Problem[] = [];
  readonly #hosts = componentTags();
  #handedOver = false;

  private constructor(mini: MiniProgram) {
    this.#mini = mini;
    mini.on('exception', ({ message, stack }: { message: string; stack?: string }) => {
      this.#problems.push({ kind: 'uncaught', message, ...(stack === undefined ? {} : { stack }) });
    });
  }

  /** @param wsEndpoint what `cli auto --auto-port` opened, e.g. ws://127.0.0.1:9420 */
  static async connect(wsEndpoint: string): Promise<DevToolsDriver> {
    const mini = await connect(wsEndpoint);
    await noteDialogs(mini);
    return new DevToolsDriver(mini);
  }

  /** @throws Error once the endpoint serves somebody else. */
  get mini(): MiniProgram {
    if (this.#handedOver) {
      throw new Error('this phone went to another person: a test with two needs two endpoints in DEVTOOLS');
    }
    return this.#mini;
  }

  /** Its endpoint is wanted for the next phone of the tests. */
  handOver(): void {
    this.#handedOver = true;
    this.#mini.disconnect();
  }

  get glass(): Glass {
    throw new NotOnDevTools('phone.glass, the browser’s page,');
  }

  findAll(scope: Page | Element, selector: string): Promise<Element[]> {
    return walk(scope, selector, this.#hosts);
  }

  /** A modal or a call that the mini program asked for; sheets and permissions are read by nothing. */
  async overlayWords(): Promise<string> {
    const dialog = await openDialog(this.mini);
    return dialog === undefined
      ? ''
      : [dialog.title, dialog.content, dialog.cancel, dialog.confirm].join('\n');
  }

  async answer(word: string): Promise<void> {
    const press = Object.entries(NATIVE).find(([known]) => known === word)?.[1];
    if (press !== undefined) {
      await this.mini.native()[press]();
      return;
    }
    await eventually(`answer ${word}`, async () => {
      const dialog = await openDialog(this.mini);
      if (dialog === undefined) throw new NotOnDevTools(`answer('${word}') without a modal or a call`);
      if (word !== dialog.confirm && word !== dialog.cancel)
        throw new Error(`the dialog has ${dialog.cancel} and ${dialog.confirm}`);
      await answerDialog(this.mini, dialog, word === dialog.confirm);
    });
  }

  async tab(word: string): Promise<void> {
    await this.mini.switchTab(tabPage(word));
  }

  async conditions(change: Conditions): Promise<void> {
    const [name] = Object.keys(change);
    if (name !== undefined) throw new NotOnDevTools(`conditions({ ${name} })`);
  }

  async showToCamera(): Promise<void> {
    throw new NotOnDevTools('showToCamera (use mockScan)');
  }

  /** The page with its query, but with the scene of an ordinary opening. */
  async openCode(path: string): Promise<void> {
    await this.mini.reLaunch(path.startsWith('/') ? path : `/${path}`);
  }

  async foreground(): Promise<void> {
    throw new NotOnDevTools('foreground');
  }

  async restart(): Promise<void> {
    throw new NotOnDevTools('restart');
  }

  problems(): Promise<Problem[]> {
    return Promise.resolve([...this.#problems]);
  }

  async shot(file: string): Promise<void> {
    await this.mini.screenshot({ path: file });
  }

  /** Leaves the project open. */
  async close(): Promise<void> {
    if (!this.#handedOver) this.#mini.disconnect();
  }
}

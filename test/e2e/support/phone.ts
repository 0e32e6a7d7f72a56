import { setTimeout as sleep } from 'node:timers/promises';
import type { Page as Glass } from 'playwright-core';
import type { Problem } from '../../../local/phone/runtime/problem';
import type { Element, MiniProgram, Page } from './client';
import type { Conditions, Driver } from './driver/driver';
import { eventually, PATIENCE_MS, within } from './eventually';
import { Look } from './look';

/**
 * What to look for on the page that is on top, in its components too:
 *   'menu-choose'                            by data-test
 *   '[data-test^=menu-option-]', '.x >>> y'  a selector (everything with a sign that a data-test cannot have)
 *   { test, nth }                            the nth (from 0) with that data-test
 *   { word, nth }                            something to press with these words in it or in its label
 * `in` narrows a `test` to what is inside it: { test: 'session-main', in: '.c-second button' }.
 */
export type Target = string | { test: string; nth?: number; in?: string } | { word: string; nth?: number };

/** Reading takes longer than this only where the page that was asked has gone: it is asked anew. */
const ANSWER_MS = 3_000;

/** One person's phone: every step looks for its element anew and has a limit of time. */
export class Phone {
  readonly #driver: Driver;
  readonly #look: Look;

  constructor(driver: Driver) {
    this.#driver = driver;
    this.#look = new Look(driver);
  }

  /** The unmodified client. */
  get mini(): MiniProgram {
    return this.#driver.mini;
  }

  /** The browser's page, for what is not the mini program's: dialogs, sheets, the camera. Not on DevTools. */
  get glass(): Glass {
    return this.#driver.glass;
  }

  /** Touches the middle of it. In a component it presses what is to be pressed: the main one of several. */
  async tap(target: Target): Promise<void> {
    await eventually(`tap ${named(target)}`, async () => {
      await (await this.#look.pressable(await this.#one(target))).tap();
    });
  }

  /** Keeps a finger on it for that many milliseconds. */
  async hold(target: Target, ms: number): Promise<void> {
    const element = await eventually(`hold ${named(target)}`, async () => {
      const found = await this.#look.pressable(await this.#one(target));
      await found.touchstart();
      return found;
    });
    await sleep(ms);
    await element.touchend();
  }

  /** Puts text into an input or textarea as a keyboard does, after touching it. */
  async fill(target: Target, value: string): Promise<void> {
    await eventually(`fill ${named(target)}`, async () => {
      const field = await this.#look.field(await this.#one(target));
      await field.tap();
      await field.input(value);
    });
  }

  /** The words of the first one, when it is there. */
  text(target: Target, ms = PATIENCE_MS): Promise<string> {
    return eventually(
      `text of ${named(target)}`,
      async () => (await (await this.#one(target)).text()).trim(),
      ms,
    );
  }

  /** The words of each one that is there now. */
  async texts(target: Target): Promise<string[]> {
    const found = await this.#visible(target);
    return Promise.all(found.map(async (element) => (await element.text()).trim()));
  }

  /** How many are there now. */
  async count(target: Target): Promise<number> {
    return (await this.#visible(target)).length;
  }

  /** Waits for words anywhere on the glass (dialogs too), or for an element: `{ test: 'session-mine' }`. */
  async see(what: string | Exclude<Target, string>, ms = PATIENCE_MS): Promise<void> {
    if (typeof what === 'object') {
      await this.find(what, ms);
      return;
    }
    const words = what;
    await eventually(
      `see ${words}`,
      async () => {
        const all = await this.words();
        if (!all.includes(words))
          throw new Error(`the glass says: ${all.replace(/\s+/g, ' ').slice(0, 400)}`);
      },
      ms,
    );
  }

  /** Waits for an element. */
  async find(target: Target, ms = PATIENCE_MS): Promise<Element> {
    return eventually(`find ${named(target)}`, () => within(this.#one(target), ANSWER_MS), ms);
  }

  /** Waits until it is not there any more. */
  async gone(target: Target, ms = PATIENCE_MS): Promise<void> {
    await eventually(
      `${named(target)} gone`,
      async () => {
        if ((await this.count(target)) > 0) throw new Error('it is still there');
      },
      ms,
    );
  }

  /** Waits until these words are nowhere on the glass. */
  async unsee(words: string, ms = PATIENCE_MS): Promise<void> {
    await eventually(
      `unsee ${words}`,
      async () => {
        if ((await this.words()).includes(words)) throw new Error('it is still there');
      },
      ms,
    );
  }

  /** Everything that can be read on the page on top and over it. */
  words(): Promise<string> {
    return within(this.#words(), ANSWER_MS);
  }

  async #words(): Promise<string> {
    const page = await (await this.#page()).$('page');
    // A space that no line breaks at reads as a space; what only keeps a word whole is not read.
    return `${(await page?.text()) ?? ''}\n${await this.#driver.overlayWords()}`
      .replaceAll('\u00a0', ' ')
      .replaceAll('\u2060', '');
  }

  /** Presses a button of the phone's own dialog or sheet. */
  answer(word: string): Promise<void> {
    return this.#driver.answer(word);
  }

  /** Presses a tab of the bar at the bottom, which is not part of any page's WXML. */
  tab(word: string): Promise<void> {
    return this.#driver.tab(word);
  }

  /** Opens a page as the mini program would: a tab page by switching, any other on top. */
  async goto(path: string): Promise<void> {
    const url = path.startsWith('/') ? path : `/${path}`;
    if (/^\/pages\/(home|school|service|me)\//.test(url)) await this.mini.switchTab(url);
    else await this.mini.navigateTo(url);
  }

  /** Closes every page and opens this one. */
  async reLaunch(path: string): Promise<void> {
    await this.mini.reLaunch(path.startsWith('/') ? path : `/${path}`);
  }

  async back(): Promise<void> {
    await this.mini.navigateBack();
  }

  /** Of the page on top, without a leading slash and query. */
  async path(): Promise<string> {
    return (await this.#page()).path;
  }

  /** Waits for a page. */
  async at(path: string, ms = PATIENCE_MS): Promise<void> {
    await eventually(
      `at ${path}`,
      async () => {
        const now = await this.path();
        if (now !== path.replace(/^\//, '')) throw new Error(`it is ${now}`);
      },
      ms,
    );
  }

  /** The data of the page on top, or `list[0].name` of it. */
  async data(path?: string): Promise<unknown> {
    return (await this.#page()).data(path);
  }

  /** How far the page on top is scrolled down, px. */
  async scrolled(): Promise<number> {
    return Number(await (await this.#page()).scrollTop());
  }

  /** Changes the data of the page on top, as its own code would. */
  async setData(data: Record<string, unknown>): Promise<void> {
    await (await this.#page()).setData(data);
  }

  async network(kind: 'none' | 'wifi' | 'slow'): Promise<void> {
    await this.conditions({ network: kind });
  }

  /** `fontSize` in px, `clockOffset` in ms. */
  conditions(change: Conditions): Promise<void> {
    return this.#driver.conditions(change);
  }

  /** What `wx.scanCode` answers from now on, e.g. `{ result: '…' }` or `{ path: 'packages/…' }`. */
  async mockScan(result: { result?: string; path?: string }): Promise<void> {
    await this.mini.mockWxMethod('scanCode', { errMsg: 'scanCode:ok', result: '', ...result });
  }

  /** Pictures (data URLs) in front of the camera: the next scan really decodes them. */
  showToCamera(pictures: readonly string[]): Promise<void> {
    return this.#driver.showToCamera(pictures);
  }

  /** Opens a page as WeChat does for a code that was scanned outside. */
  openCode(path: string): Promise<void> {
    return this.#driver.openCode(path);
  }

  foreground(on: boolean): Promise<void> {
    return this.#driver.foreground(on);
  }

  /** Starts the mini program anew on the same phone, as after it was swiped away. */
  restart(): Promise<void> {
    return this.#driver.restart();
  }

  problems(): Promise<Problem[]> {
    return this.#driver.problems();
  }

  shot(file: string): Promise<void> {
    return this.#driver.shot(file);
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  async #page(): Promise<Page> {
    const page = await this.mini.currentPage();
    if (!page) throw new Error('no page is open');
    return page;
  }

  async #one(target: Target): Promise<Element> {
    const nth = typeof target === 'string' ? 0 : (target.nth ?? 0);
    const found = await this.#visible(target);
    const element = found[nth];
    if (!element) throw new Error(found.length === 0 ? 'it is not there' : `there are ${found.length}`);
    return element;
  }

  async #visible(target: Target): Promise<Element[]> {
    const page = await this.#page();
    if (typeof target === 'object' && 'word' in target) return this.#look.withWords(page, target.word);
    const found = await this.#driver.findAll(page, selectorOf(target));
    return this.#look.shown(found);
  }
}

function named(target: Target): string {
  return typeof target === 'string' ? target : JSON.stringify(target);
}

/** `>>>` before everything: in components too. */
function selectorOf(target: string | { test: string; in?: string }): string {
  if (typeof target === 'object') {
    const own = `>>> [data-test="${target.test}"]`;
    return target.in === undefined ? own : `${own} >>> ${target.in}`;
  }
  return /^[\w-]+$/.test(target) ? `>>> [data-test="${target}"]` : `>>> ${target.replace(/^>>>/, '')}`;
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Page as Glass } from 'playwright-core';
import type { Automator } from '../../../local/automator';
import type { Problem } from '../../../local/phone/runtime/problem';
import { connect, type Element, type MiniProgram, type Page } from './client';
import { eventually, PATIENCE_MS } from './eventually';

/**
 * What to look for on the page that is on top, in its components too:
 *   'menu-choose'                            by data-test
 *   '[data-test^=menu-option-]', '.x >>> y'  a selector (everything with a sign that a data-test cannot have)
 *   { test, nth }                            the nth (from 0) with that data-test
 *   { word, nth }                            something to press with these words in it or in its label
 * `in` narrows a `test` to what is inside it: { test: 'session-main', in: '.c-second button' }.
 */
export type Target = string | { test: string; nth?: number; in?: string } | { word: string; nth?: number };

/** What a person presses: WeChat's own controls and what says that it is one. */
const PRESSABLE = [
  'button',
  'switch',
  ...['button', 'link', 'checkbox', 'radio', 'switch', 'tab'].map((role) => `[aria-role=${role}]`),
];
const FIELDS = ['input', 'textarea'];

/** One person's phone: every step looks for its element anew and has a limit of time. */
export class Phone {
  /** The unmodified client. */
  readonly mini: MiniProgram;
  /** The browser's page, for what is not the mini program's: dialogs, sheets, the camera. */
  readonly glass: Glass;
  readonly #automator: Automator;

  private constructor(automator: Automator, mini: MiniProgram) {
    this.#automator = automator;
    this.mini = mini;
    this.glass = automator.page;
  }

  static async connect(automator: Automator): Promise<Phone> {
    return new Phone(automator, await connect(automator.wsEndpoint));
  }

  /** Touches the middle of it. In a component it presses what is to be pressed: the main one of several. */
  async tap(target: Target): Promise<void> {
    await eventually(`tap ${named(target)}`, async () => {
      await (await pressableOf(await this.#one(target))).tap();
    });
  }

  /** Keeps a finger on it for that many milliseconds. */
  async hold(target: Target, ms: number): Promise<void> {
    const element = await eventually(`hold ${named(target)}`, async () => {
      const found = await pressableOf(await this.#one(target));
      await found.touchstart();
      return found;
    });
    await sleep(ms);
    await element.touchend();
  }

  /** Puts text into an input or textarea as a keyboard does, after touching it. */
  async fill(target: Target, value: string): Promise<void> {
    await eventually(`fill ${named(target)}`, async () => {
      const field = await fieldOf(await this.#one(target));
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
    return eventually(`find ${named(target)}`, () => this.#one(target), ms);
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
  async words(): Promise<string> {
    const page = await (await this.#page()).$('page');
    const overlay: unknown = await this.glass.evaluate(
      'document.querySelector(".phone-overlay")?.innerText ?? ""',
    );
    return `${(await page?.text()) ?? ''}\n${String(overlay)}`;
  }

  /** Presses a button of the phone's own dialog or sheet. */
  async answer(word: string): Promise<void> {
    await this.glass
      .locator('.phone-overlay')
      .getByText(word, { exact: true })
      .last()
      .tap({ timeout: PATIENCE_MS });
  }

  /** Presses a tab of the bar at the bottom, which is not part of any page's WXML. */
  async tab(word: string): Promise<void> {
    await this.glass
      .locator('.phone-view:not([hidden]) > :not(.phone-web, .phone-nav)')
      .getByText(word, { exact: true })
      .last()
      .tap({ timeout: PATIENCE_MS });
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

  async network(kind: 'none' | 'wifi' | 'slow'): Promise<void> {
    await this.conditions({ network: kind });
  }

  /** `fontSize` in px, `clockOffset` in ms. */
  async conditions(change: {
    network?: 'none' | 'wifi' | 'slow';
    fontSize?: number;
    clockOffset?: number;
  }): Promise<void> {
    await this.glass.evaluate(`window.__phone.setConditions(${JSON.stringify(change)})`);
  }

  /** What `wx.scanCode` answers from now on, e.g. `{ result: '…' }` or `{ path: 'packages/…' }`. */
  async mockScan(result: { result?: string; path?: string }): Promise<void> {
    await this.mini.mockWxMethod('scanCode', { errMsg: 'scanCode:ok', result: '', ...result });
  }

  /** Pictures (data URLs) in front of the camera: the next scan really decodes them. */
  async showToCamera(pictures: readonly string[]): Promise<void> {
    await this.glass.evaluate(`window.__phone.showToCamera(${JSON.stringify(pictures)})`);
  }

  /** Opens a page as WeChat does for a code that was scanned outside. */
  async openCode(path: string): Promise<void> {
    await this.glass.evaluate(`window.__phone.open(${JSON.stringify(path)})`);
  }

  async foreground(on: boolean): Promise<void> {
    await this.glass.evaluate(`window.__phone.setForeground(${on})`);
  }

  /** Starts the mini program anew on the same phone, as after it was swiped away. */
  async restart(): Promise<void> {
    await this.glass.reload();
    await this.glass.evaluate('window.__phone.ready');
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
    if (typeof target === 'object' && 'word' in target) return withWords(page, target.word);
    const found = await elementsBy(page, selectorOf(target));
    const seen = await Promise.all(found.map(isShown));
    return found.filter((_element, index) => seen[index]);
  }
}

function named(target: Target): string {
  return typeof target === 'string' ? target : JSON.stringify(target);
}

/**
 * `>>>` before everything: in components too. Only the phone here understands that; in WeChat's developer tools
 * `page.$` sees the page's own WXML alone, and a test would go from host to host with `element.$`.
 */
function selectorOf(target: string | { test: string; in?: string }): string {
  if (typeof target === 'object') {
    const own = `>>> [data-test="${target.test}"]`;
    return target.in === undefined ? own : `${own} >>> ${target.in}`;
  }
  return /^[\w-]+$/.test(target) ? `>>> [data-test="${target}"]` : `>>> ${target.replace(/^>>>/, '')}`;
}

async function elementsBy(page: Page | Element, selector: string): Promise<Element[]> {
  // The client's typings say `any`; it is a list of its elements.
  return (await page.$$(selector)) as Element[];
}

async function isShown(element: Element): Promise<boolean> {
  const [size, visibility] = await Promise.all([element.size(), element.style('visibility')]);
  if (visibility === 'hidden') return false;
  // Typed as text by the client, they are the DOM's numbers.
  if (Number(size.width) > 0 && Number(size.height) > 0) return true;
  // What is in a component may be larger than its host, as a bar that is fixed at the bottom.
  if (!isComponent(element)) return false;
  const inside = await Promise.all((await elementsBy(element, '>>> view')).map((one) => one.size()));
  return inside.some(({ width, height }) => Number(width) > 0 && Number(height) > 0);
}

async function withWords(page: Page, word: string): Promise<Element[]> {
  const all = await elementsBy(page, PRESSABLE.map((one) => `>>> ${one}`).join(', '));
  const fits = await Promise.all(
    all.map(async (element) => {
      if (!(await isShown(element))) return false;
      const label: string | null = await element.attribute('aria-label');
      return (label ?? '').includes(word) || (await element.text()).includes(word);
    }),
  );
  return all.filter((_element, index) => fits[index]);
}

/** Whether the client took it for a component of the mini program's own. */
function isComponent(element: Element): boolean {
  return 'callMethod' in element;
}

/** The middle of a component's host may be empty: inside, the primary button is meant, else the first one. */
async function pressableOf(element: Element): Promise<Element> {
  if (!isComponent(element)) return element;
  const inside = await elementsBy(element, PRESSABLE.map((one) => `>>> ${one}`).join(', '));
  const seen = await Promise.all(inside.map(isShown));
  const visible = inside.filter((_one, index) => seen[index]);
  const classes = await Promise.all(visible.map((one) => one.attribute('class')));
  const primary = visible.find((_one, index) => /--primary\b/.test(classes[index] ?? ''));
  return primary ?? visible[0] ?? element;
}

interface Field extends Element {
  input(value: string): Promise<void>;
}

function isField(element: Element): element is Field {
  return 'input' in element;
}

async function fieldOf(element: Element): Promise<Field> {
  if (isField(element)) return element;
  const [field] = await elementsBy(element, FIELDS.map((one) => `>>> ${one}`).join(', '));
  if (!field || !isField(field)) throw new Error('there is no input or textarea in it');
  return field;
}

import type { TestContext } from 'node:test';
import type { Problem } from '../../../../local/phone/runtime/problem';
import { type OpenedPhone, openPhone } from '../open';

/** What a listener of the fixture kept of an event. */
export interface Kept {
  name: string;
  type: string;
  detail: Record<string, unknown>;
  target: string;
}

export interface BuiltinsPhone {
  readonly page: OpenedPhone['page'];
  /** Problems since the page was opened. */
  problems(): Promise<Problem[]>;
  /** Everything that was kept, or what one listener kept. */
  log(name?: string): Promise<Kept[]>;
  /** Waits until the listeners of this name kept so many events. */
  logged(name: string, count?: number): Promise<Kept[]>;
  /** Calls `setData` on the page on top. */
  setData(data: object): Promise<void>;
  data(name: string): Promise<unknown>;
  /** A computed style. */
  style(selector: string, property: string): Promise<string>;
  /** Evaluates `(node) => …` or `(nodes) => …` with what the selector finds. */
  of<T>(selector: string, expression: string): Promise<T>;
  ofAll<T>(selector: string, expression: string): Promise<T>;
  /** Waits until an expression holds. */
  until(expression: string): Promise<void>;
  /** Moves a pressed mouse from the middle of an element by some px, in steps, and lets go. */
  drag(selector: string, dx: number, dy: number, steps?: number): Promise<void>;
  /** The same with a finger; the phone must have been opened with `touch`. */
  swipe(selector: string, dx: number, dy: number): Promise<void>;
}

/** Code that runs in the page, as text: tests are compiled without the browser's types. */
function inPage<T>(expression: string): (found: unknown) => T {
  // The page's side of it decides what it gives.
  return new Function('found', `return (${expression})(found)`) as (found: unknown) => T;
}

/** Movements of a finger; the browser swallows the first ones. */
const STEPS = 8;

/** One phone with a mouse and one with fingers for all tests: opening one takes longer than a test. */
const phones = new Map<boolean, Promise<OpenedPhone>>();

/** Opens one page of the fixture anew, with an empty log. */
export async function openPageOf(
  _: TestContext,
  name: string,
  { touch = false } = {},
): Promise<BuiltinsPhone> {
  const opening = phones.get(touch) ?? openPhone('builtins', { touch });
  phones.set(touch, opening);
  const phone = await opening;
  const { page } = phone;
  await page.mouse.move(0, 0);
  const before = (await phone.problems()).length;
  await page.evaluate(async (url) => {
    getApp().log = [];
    await wx.reLaunch?.({ url });
  }, `/pages/${name}/${name}`);
  // The page is laid out and `onReady` has run.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))');
  const log: BuiltinsPhone['log'] = async (listener) => {
    // The fixture's app keeps its log there.
    const kept = await page.evaluate(() => getApp().log as Kept[]);
    return listener === undefined ? kept : kept.filter(({ name: own }) => own === listener);
  };
  const middleOf = async (selector: string): Promise<{ x: number; y: number }> => {
    const box = await page.locator(selector).boundingBox();
    if (!box) throw new Error(`${selector} is not shown`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  return {
    page,
    log,
    problems: async () => (await phone.problems()).slice(before),
    async logged(listener, count = 1) {
      await page.waitForFunction(
        ([wanted, least]) => (getApp().log as Kept[]).filter((kept) => kept.name === wanted).length >= least,
        [listener, count] as const,
      );
      return log(listener);
    },
    setData: (data) =>
      page.evaluate(
        (values) => new Promise<void>((done) => getCurrentPages().at(-1)?.setData(values, done)),
        data,
      ),
    data: (member) => page.evaluate((key) => getCurrentPages().at(-1)?.data[key], member),
    style: (selector, property) =>
      page
        .locator(selector)
        .evaluate(inPage(`(node) => getComputedStyle(node).getPropertyValue('${property}')`)),
    of: (selector, expression) => page.locator(selector).evaluate(inPage(expression)),
    ofAll: (selector, expression) => page.locator(selector).evaluateAll(inPage(expression)),
    async until(expression) {
      await page.waitForFunction(expression);
    },
    async drag(selector, dx, dy, steps = 6) {
      const { x, y } = await middleOf(selector);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + dx, y + dy, { steps });
      // Held for a moment, so that it is no throw.
      await page.waitForTimeout(120);
      await page.mouse.up();
    },
    async swipe(selector, dx, dy) {
      const { x, y } = await middleOf(selector);
      const session = await phone.context.newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
        session.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx * share, y: y + dy * share }],
        });
      await touch('touchStart', 0);
      for (let step = 1; step <= STEPS; step += 1) await touch('touchMove', step / STEPS);
      await touch('touchEnd', 1);
      await page.waitForTimeout(100);
    },
  };
}

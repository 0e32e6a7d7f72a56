import type { TestContext } from 'node:test';
import { type OpenedPhone, type OpenOptions, openPhone } from '../open.js';

/** What a listener of the fixture kept of an event. */
export interface Kept {
  name: string;
  type: string;
  detail: Record<string, unknown>;
  target: string;
}

export interface BuiltinsPhone extends OpenedPhone {
  /** Everything that was kept, or what one listener kept. */
  log(name?: string): Promise<Kept[]>;
  /** Calls `setData` on the page on top. */
  setData(data: object): Promise<void>;
  data(name: string): Promise<unknown>;
  style(selector: string, property: string): Promise<string>;
  /** Moves a pressed mouse from the middle of an element by some px, in steps, and lets go. */
  drag(selector: string, dx: number, dy: number, steps?: number): Promise<void>;
  /** The same with a finger; the phone must have been opened with `touch`. */
  swipe(selector: string, dx: number, dy: number): Promise<void>;
}

/** Movements of a finger; the browser swallows the first ones. */
const STEPS = 8;

/** Opens one page of the fixture; it is closed after the test. */
export async function openPageOf(
  t: TestContext,
  name: string,
  options: OpenOptions = {},
): Promise<BuiltinsPhone> {
  const phone = await openPhone('builtins', {
    ...options,
    query: { start: `/pages/${name}/${name}`, ...options.query },
  });
  t.after(() => phone.close());
  const { page } = phone;
  return {
    ...phone,
    async log(listener) {
      // The fixture's app keeps its log there.
      const log = await page.evaluate(() => getApp().log as Kept[]);
      return listener === undefined ? log : log.filter(({ name: own }) => own === listener);
    },
    setData: (data) =>
      page.evaluate(
        (values) => new Promise<void>((done) => getCurrentPages().at(-1)?.setData(values, done)),
        data,
      ),
    data: (member) => page.evaluate((key) => getCurrentPages().at(-1)?.data[key], member),
    style: (selector, property) =>
      page.locator(selector).evaluate((dom, key) => getComputedStyle(dom).getPropertyValue(key), property),
    async drag(selector, dx, dy, steps = 6) {
      const box = await page.locator(selector).boundingBox();
      if (!box) throw new Error(`${selector} is not shown`);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + dx, y + dy, { steps });
      // Held for a moment, so that it is no throw.
      await page.waitForTimeout(120);
      await page.mouse.up();
    },
    async swipe(selector, dx, dy) {
      const box = await page.locator(selector).boundingBox();
      if (!box) throw new Error(`${selector} is not shown`);
      const session = await phone.context.newCDPSession(page);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
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

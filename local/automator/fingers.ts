import type { CDPSession, Page } from 'playwright-core';

export interface Point {
  x: number;
  y: number;
}

/** A finger that rests longer than this is meant as a long press … */
const HELD_MS = 300;
/** … and stays until the phone has taken it as one, which it does after 350 ms. */
const LONG_PRESS_MS = 450;

/** Touches the glass of a phone as fingers do: what lies on top gets the touch. */
export class Fingers {
  readonly #page: Page;
  #session: Promise<CDPSession> | undefined;
  #since = 0;
  #moved = false;

  constructor(page: Page) {
    this.#page = page;
  }

  tap({ x, y }: Point): Promise<void> {
    return this.#page.touchscreen.tap(x, y);
  }

  async start(points: readonly Point[]): Promise<void> {
    await this.#send('touchStart', points);
    this.#since = performance.now();
    this.#moved = false;
  }

  async move(points: readonly Point[]): Promise<void> {
    this.#moved = true;
    await this.#send('touchMove', points);
  }

  async end(): Promise<void> {
    const held = performance.now() - this.#since;
    if (!this.#moved && held >= HELD_MS && held < LONG_PRESS_MS) {
      await new Promise((resolve) => setTimeout(resolve, LONG_PRESS_MS - held));
    }
    await this.#send('touchEnd', []);
  }

  async #send(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<void> {
    this.#session ??= this.#page.context().newCDPSession(this.#page);
    const session = await this.#session;
    await session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
    });
  }
}

/** Calls of `wx` from a test. The code runs in the phone, which is a browser: it is given as text. */
import type { Page } from 'playwright-core';

export type Facts = Record<string, unknown>;

export type Outcome = { ok: true; value: Facts } | { ok: false; error: Facts };

/** What an expression is worth in the phone; promises are awaited. */
export function look<T = unknown>(page: Page, expression: string): Promise<T> {
  return page.evaluate(expression);
}

const SETTLE = `(promise) => promise.then(
  (value) => ({ ok: true, value }),
  (error) => ({ ok: false, error: { ...error } }),
)`;

/** `wx.NAME(options)` in promise style. */
export function call(page: Page, name: string, options: object = {}): Promise<Outcome> {
  return look(page, `(${SETTLE})(wx.${name}(${JSON.stringify(options)}))`);
}

/** The same, for what waits for the person: begins it, and answers how it ends. */
export async function begin(page: Page, name: string, options: object = {}): Promise<() => Promise<Outcome>> {
  await look(page, `void (globalThis.begun = (${SETTLE})(wx.${name}(${JSON.stringify(options)})))`);
  return () => look(page, 'globalThis.begun');
}

/** The same from inside a person's tap on the fixture's button. */
export async function beginByTap(
  page: Page,
  name: string,
  options: object = {},
): Promise<() => Promise<Outcome>> {
  await look(
    page,
    `void (globalThis.act = () => { globalThis.begun = (${SETTLE})(wx.${name}(${JSON.stringify(options)})); })`,
  );
  await page.locator('#act').click();
  return () => look(page, 'globalThis.begun');
}

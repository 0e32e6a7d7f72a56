import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serveProject } from '../../local/phone/dev/server';
import { ROOT } from '../../tools/lib/root';

/** One kind of file that is saved, and how its change is seen on the glass. */
interface Saving {
  what: string;
  file: string;
  /** Writes the file with the nth mark in it. */
  save(file: string, n: number): void;
  /** An expression that is true in the page once the nth mark is seen. */
  seen(n: number): string;
}

const HOME = 'pages/home/home';
const SWITCH = 'components/elder-switch/elder-switch';
/** Ready, and the page drawn. */
const DRAWN = `window.__phone?.ready && document.querySelector('[data-path="${HOME}"] .page')`;

const append =
  (text: (n: number) => string): Saving['save'] =>
  (file, n) =>
    appendFileSync(file, text(n));

const SAVINGS: readonly Saving[] = [
  {
    what: 'a page’s WXML',
    file: `${HOME}.wxml`,
    save: append((n) => `\n<view class="saved-page-${n}">saved</view>`),
    seen: (n) => `document.querySelector('.saved-page-${n}')`,
  },
  {
    what: 'a page’s WXSS',
    file: `${HOME}.wxss`,
    save: append((n) => `\n.page { outline-offset: ${n}px; }`),
    seen: (n) =>
      `${DRAWN} && getComputedStyle(document.querySelector('[data-path="${HOME}"] .page')).outlineOffset === '${n}px'`,
  },
  {
    what: 'a page’s script',
    file: `${HOME}.ts`,
    save: append((n) => `\nReflect.set(globalThis, 'savedScript', ${n});\n`),
    seen: (n) => `${DRAWN} && window.savedScript === ${n}`,
  },
  {
    what: 'a component’s WXML',
    file: `${SWITCH}.wxml`,
    save: append((n) => `\n<view class="saved-part-${n}">saved</view>`),
    seen: (n) => `document.querySelector('[class*="saved-part-${n}"]')`,
  },
];

/** From the save to what it changed on the glass, on the product itself: milliseconds by kind of file. */
export async function timesOfSaving(
  folder: string,
  browser: Browser,
  times: number,
): Promise<{ what: string; times: number[] }[]> {
  const project = path.join(folder, 'saved');
  mkdirSync(project, { recursive: true });
  for (const name of ['miniprogram', 'project.config.json'])
    cpSync(path.join(ROOT, name), path.join(project, name), { recursive: true });
  const server = await serveProject({ project, port: 0 });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  try {
    const page = await context.newPage();
    await page.goto(`${server.url}?automated=1`);
    await page.waitForFunction(DRAWN);
    const results: { what: string; times: number[] }[] = [];
    for (const saving of SAVINGS)
      results.push({ what: saving.what, times: await timesOf(saving, page, project, times) });
    return results;
  } finally {
    await context.close();
    await server.close();
  }
}

async function timesOf(saving: Saving, page: Page, project: string, times: number): Promise<number[]> {
  const file = path.join(project, 'miniprogram', saving.file);
  const original = readFileSync(file);
  const found: number[] = [];
  // The first one warms what remembers earlier builds.
  for (let n = 0; n <= times; n += 1) {
    const began = performance.now();
    saving.save(file, n + 1);
    await page.waitForFunction(saving.seen(n + 1), undefined, { polling: 'raf', timeout: 60_000 });
    if (n > 0) found.push(performance.now() - began);
  }
  writeFileSync(file, original);
  return found;
}

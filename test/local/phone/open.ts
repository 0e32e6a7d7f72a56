/// <reference lib="dom" />
// Callbacks of `page.evaluate` run in a browser; its names are known in every file of the tests from here.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../../local/automator';
import { buildPhone } from '../../../local/phone/build/index';
import type { Problem } from '../../../local/phone/runtime/problem';
import { phoneAssets } from '../../../local/phone/serve';
import { ensureBrowser } from '../../../tools/lib/browser';
import { atEnd } from '../../support/at-end';

const FIXTURES = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures');
export interface OpenOptions {
  /** Fingers instead of a mouse. */
  touch?: boolean;
  /** Added to the phone's address, e.g. `{ start: '/pages/a/a?x=1' }`. */
  query?: Record<string, string>;
  /** Runs in the page before the phone does. */
  before?: (page: Page) => Promise<void>;
  viewport?: { width: number; height: number };
  /** Waits for the first page; false to look at a start that fails. */
  ready?: boolean;
}

export interface OpenedPhone {
  page: Page;
  context: BrowserContext;
  /** The phone's address without a query. */
  url: string;
  problems(): Promise<Problem[]>;
  close(): Promise<void>;
}

/** A page or component as a mini program's code sees it, for `page.evaluate`. */
export interface Instance {
  route: string;
  data: Record<string, unknown>;
  setData(data: object, done?: () => void): void;
  selectComponent(selector: string): Instance;
  [member: string]: unknown;
}

declare global {
  // What is there inside `page.evaluate`.
  var __phone: {
    ready: Promise<void>;
    problems(): Problem[];
    setConditions(change: object): void;
    setForeground(on: boolean): void;
    open(path: string): Promise<void>;
    showToCamera(pictures: string[]): void;
    visibleCodes(): { title: string; width: number; height: number }[];
  };
  var wx: Record<string, (...args: unknown[]) => unknown>;
  function getCurrentPages(): Instance[];
  function getApp(): Record<string, unknown>;
}

let browser: Promise<Browser> | undefined;
const built = new Map<string, Promise<string>>();
const opened = new Set<OpenedPhone>();
const folders: string[] = [];

// A test that failed has not closed its phone.
atEnd(async () => {
  await Promise.all([...opened].map((phone) => phone.close()));
  await (await browser)?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/**
 * Builds a fixture (the name of a folder in `fixtures`, or an absolute path) and opens it in a headless
 * browser. Every phone has its own storage and its own server.
 */
export async function openPhone(fixture: string, options: OpenOptions = {}): Promise<OpenedPhone> {
  const project = path.resolve(FIXTURES, fixture);
  const building = built.get(project) ?? buildFixture(project);
  built.set(project, building);
  const [out, running] = await Promise.all([building, launch()]);
  const serve = phoneAssets(out);
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an AddressInfo.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const context = await running.newContext({
    viewport: options.viewport ?? { width: 390, height: 844 },
    hasTouch: options.touch ?? false,
    locale: 'zh-CN',
  });
  // tsx marks functions with their names, also those that are sent to the browser.
  await context.addInitScript('globalThis.__name ??= (named) => named');
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  await options.before?.(page);
  await page.goto(`${url}?${new URLSearchParams({ automated: '1', ...options.query })}`);
  const phone: OpenedPhone = {
    page,
    context,
    url,
    problems: () => page.evaluate(() => __phone.problems()),
    async close() {
      opened.delete(phone);
      await context.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  opened.add(phone);
  if (options.ready !== false) await page.evaluate(() => __phone.ready);
  return phone;
}

function launch(): Promise<Browser> {
  browser ??= launchBrowser({ executablePath: ensureBrowser(console.log) });
  return browser;
}

async function buildFixture(project: string): Promise<string> {
  const out = mkdtempSync(path.join(tmpdir(), 'phone-'));
  folders.push(out);
  await buildPhone({ project, out });
  return out;
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { openidOf } from '../database/seed/samples/people';
import { launchBrowser } from '../local/automator';
import { buildPhone } from '../local/phone/build';
import { phoneAssets } from '../local/phone/serve';
import { ensureBrowser } from '../tools/lib/browser';
import { ROOT } from '../tools/lib/root';
import { packNpm } from '../tools/pack-npm';
import { openTown } from '../tools/town';
import { heapOf } from './support/heap';
import { FILES } from './support/phone-fixture';
import type { BenchReport } from './support/report';
import { timesOfSaving } from './support/saving';

/**
 * What the browser phone costs: how long a person waits for the first page, how long a long list takes, and
 * whether pages that were closed are really gone, and how soon a saved file is seen. Nothing is asserted.
 */
const OPENINGS = 7;
const ROWS = 1_000;
const LISTS = 15;
const VISITS = 100;
const SAVES = 5;

/** In ms. What 100 visits leave shall be nothing. */
const TARGETS = { firstPage: 1_000, rows: 150, saving: 1_000 };

type Row = BenchReport['rows'][number];

export async function bench(): Promise<BenchReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-phone-'));
  const browser = await launchBrowser({ executablePath: ensureBrowser(console.error) });
  try {
    return {
      title: 'the browser phone: opening, a long list, pages that come and go',
      note: `Best, median and worst of ${OPENINGS} openings, ${SAVES} saves of each kind of file and ${LISTS} lists. "ready" is the first page drawn and able to be touched; the browser has opened the phone once before. Nodes and heap after a forced collection, over ${VISITS} openings and closings that follow ${2 * VISITS} others; the heap in KB has compiled code in it, which grows while the engine optimises, the objects have not.`,
      rows: [
        ...(await firstPages(folder, browser)),
        ...(await timesOfSaving(folder, browser, SAVES)).map(({ what, times }) =>
          timeRow(`${what} saved, seen`, times, TARGETS.saving),
        ),
        ...(await onFixture(folder, browser, async (page, session) => [
          await longList(page),
          ...(await visits(page, session)),
        ])),
      ],
    };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The product itself with its own cloud: drawn, and filled with what the cloud answered. */
async function firstPages(folder: string, browser: Browser): Promise<Row[]> {
  const out = path.join(folder, 'product');
  await packNpm();
  await buildPhone({ project: ROOT, out });
  const assets = phoneAssets(out, '/phone/');
  const town = await openTown({
    data: ':memory:',
    durability: 'off',
    ticking: false,
    fallback(request, response) {
      if (!assets(request, response)) response.writeHead(404).end();
    },
  });
  const context = await phoneContext(browser);
  try {
    const session = town.session(openidOf('resident'));
    const url = `${town.url}/phone/?${new URLSearchParams({ cloud: town.url, session, device: 'bench' })}`;
    const drawn: number[] = [];
    const filled: number[] = [];
    for (let n = 0; n <= OPENINGS; n += 1) {
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'commit' });
      const ready = await page.evaluate<number>(
        `(async () => { while (!window.__phone) await new Promise((next) => setTimeout(next, 2)); await __phone.ready; return performance.now(); })()`,
      );
      await page.locator('[data-path="pages/home/home"]').getByText('的课').first().waitFor();
      const content = await page.evaluate<number>('performance.now()');
      await page.close();
      // The first one warms the browser's cache and the functions.
      if (n === 0) continue;
      drawn.push(ready);
      filled.push(content);
    }
    return [
      timeRow('first page ready', drawn, TARGETS.firstPage),
      timeRow('first page with what the cloud answered', filled, TARGETS.firstPage),
    ];
  } finally {
    await context.close();
    await town.close();
  }
}

async function onFixture(
  folder: string,
  browser: Browser,
  run: (page: Page, session: CDPSession) => Promise<Row[]>,
): Promise<Row[]> {
  const project = path.join(folder, 'fixture');
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(project, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const out = path.join(folder, 'fixture-out');
  await buildPhone({ project, out });
  const assets = phoneAssets(out);
  const server = createServer((request, response) => {
    assets(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const context = await phoneContext(browser);
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}/?automated=1`);
    await page.evaluate('__phone.ready');
    return await run(page, await context.newCDPSession(page));
  } finally {
    await context.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

/** From `setData` to the frame after the callback: the framework, the DOM, styles and layout. */
async function longList(page: Page): Promise<Row> {
  const times: number[] = [];
  for (let n = 0; n <= LISTS; n += 1) {
    const ms = await page.evaluate<number>(`(async () => {
      const page = getCurrentPages()[0];
      const set = (rows) => new Promise((done) => page.setData({ rows }, done));
      await set([]);
      await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
      const rows = Array.from({ length: ${ROWS} }, (_, id) => ({ id: 'r' + id, name: '名' + id, text: '一句话', open: id % 3 === 0 }));
      const began = performance.now();
      await set(rows);
      document.body.getBoundingClientRect();
      return performance.now() - began;
    })()`);
    if (n > 0) times.push(ms);
  }
  await page.evaluate('new Promise((done) => getCurrentPages()[0].setData({ rows: [] }, done))');
  return timeRow(`${ROWS} list rows rendered`, times, TARGETS.rows);
}

async function visits(page: Page, session: CDPSession): Promise<Row[]> {
  await session.send('HeapProfiler.enable');
  await openAndClose(page, 2 * VISITS);
  const before = await heapOf(page, session);
  const began = performance.now();
  await openAndClose(page, VISITS);
  const each = (performance.now() - began) / VISITS;
  const after = await heapOf(page, session);
  return [
    { ...countRow(`one of ${VISITS} pages opened and closed`, round(each), 'ms'), target: '' },
    countRow('nodes in the document left', after.attached - before.attached, 'nodes'),
    countRow('nodes alive left, attached or not', after.nodes - before.nodes, 'nodes'),
    countRow('event listeners left', after.listeners - before.listeners, 'listeners'),
    countRow('objects, texts and functions in the heap left', after.objects - before.objects, 'objects'),
    {
      ...countRow('heap grown, with compiled code', round((after.heap - before.heap) / 1024), 'KB'),
      target: '',
    },
  ];
}

async function openAndClose(page: Page, times: number): Promise<void> {
  await page.evaluate(`(async () => {
    for (let n = 0; n < ${times}; n += 1) {
      await new Promise((success, fail) => wx.navigateTo({ url: '/pages/visit/visit', success, fail }));
      await new Promise((success, fail) => wx.navigateBack({ success, fail }));
    }
    await new Promise((next) => setTimeout(next, 800));
  })()`);
}

function phoneContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'zh-CN' });
}

function timeRow(what: string, times: readonly number[], target: number): Row {
  const sorted = [...times].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return {
    what,
    best: round(sorted[0] ?? 0),
    median: round(median),
    worst: round(sorted.at(-1) ?? 0),
    target,
    unit: 'ms',
  };
}

const countRow = (what: string, value: number, unit: string): Row => ({
  what,
  best: '',
  median: value,
  worst: '',
  target: 0,
  unit,
});

const round = (value: number): number => Number(value.toPrecision(3));

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../local/automator';
import { buildPhone } from '../../local/phone/build/index';
import { phoneAssets } from '../../local/phone/serve';
import { ensureBrowser } from '../../tools/lib/browser';
import { startGateway } from './fake-gateway';
import { SAMPLE_NOW } from './samples/clock';
import { SHOTS, type Shot } from './shots';

/**
 * Pictures of every page at root 16 and 21, into a temporary folder: `npx tsx test/pages/shoot.ts [--only word] [--out dir]`.
 * `--size huge` takes root 29 instead, `--height 1800` shows a whole long page, `--project dir` another project.
 * Not a test: somebody has to look at them. Ends with code 1 when a page reported a problem.
 */

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const SIZES = { standard: 16, large: 21, huge: 29 } as const;
const option = (name: string): string | undefined => {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? undefined : process.argv[index + 1];
};

const out = path.resolve(option('out') ?? mkdtempSync(path.join(tmpdir(), 'red-sesame-shots-')));
const only = option('only') ?? '';
const sizes = (['standard', 'large', 'huge'] as const).filter((one) =>
  (option('size') ?? 'standard large').includes(one),
);
const height = Number(option('height') ?? 844);
const built = mkdtempSync(path.join(tmpdir(), 'red-sesame-phone-'));
mkdirSync(out, { recursive: true });

const report = await buildPhone({ project: option('project') ?? PROJECT, out: built });
console.log(`built ${report.pages.length} pages in ${Math.round(report.ms)} ms`);
const assets = phoneAssets(built);
const server = createServer((request, response) => {
  if (!assets(request, response)) response.writeHead(404).end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
// A server that listens on a port has an address of this kind.
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const browser = await launchBrowser({ executablePath: ensureBrowser(console.log) });

let problems = 0;
try {
  for (const shot of SHOTS.filter(({ name }) => name.includes(only))) {
    for (const chosen of shot.standardOnly ? (['standard'] as const) : sizes)
      problems += await take(browser, shot, chosen);
  }
} finally {
  await browser.close();
  server.close();
  rmSync(built, { recursive: true, force: true });
}
console.log(`${out} · ${problems} problems`);
process.exitCode = problems === 0 ? 0 : 1;

async function take(on: Browser, shot: Shot, chosen: keyof typeof SIZES): Promise<number> {
  const gateway = await startGateway(SAMPLE_NOW);
  const context = await on.newContext({ viewport: { width: 390, height }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(`uncaught ${error.message}`));
  try {
    shot.before?.(gateway);
    const query = new URLSearchParams({
      cloud: gateway.url,
      session: 'sample',
      device: 'shots',
      automated: '1',
      start: shot.start,
    });
    const address = `${origin}?${query}`;
    await open(page, address);
    // What the person chose before; the phone reads its storage once, at the start.
    const kept = {
      'look:size': chosen,
      'look:answered': true,
      'community:chosen': 'jianguo',
      ...shot.storage,
    };
    await page.evaluate(
      `Object.entries(${JSON.stringify(kept)}).forEach(([key, data]) => wx.setStorageSync(key, data))`,
    );
    await page.waitForTimeout(100);
    await open(page, address);
    await page.waitForTimeout(shot.wait ?? 500);
    await shot.act?.(page);
    await page.screenshot({ path: path.join(out, `${shot.name}-${SIZES[chosen]}.png`) });
    said.push(...(await problemsOf(page)));
  } catch (error) {
    said.push(error instanceof Error ? error.message : String(error));
  } finally {
    await context.close();
    await gateway.close();
  }
  for (const line of said) console.log(`${shot.name} ${SIZES[chosen]}: ${line}`);
  return said.length;
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction('window.__phone && window.__phone.ready.then(() => true)');
}

async function problemsOf(page: Page): Promise<string[]> {
  const found: unknown = await page.evaluate(
    'window.__phone.problems().map((one) => one.kind + " " + one.message)',
  );
  return Array.isArray(found) ? found.map(String) : [];
}

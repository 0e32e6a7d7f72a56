import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { type Automator, launchBrowser, startAutomator } from '../../../local/automator';
import { phoneAssets } from '../../../local/phone/serve';
import { ensureBrowser } from '../../../tools/lib/browser';
import { ROOT } from '../../../tools/lib/root';
import { builtPhone } from '../../e2e/support/phone-build';

/**
 * The journeys as they run on DevTools: the official client, an endpoint that somebody else has opened, a mini
 * program that knows of no cloud, and nothing beside the protocol.
 */
const closing: (() => Promise<unknown>)[] = [];
let endpoint: Automator;

before(async () => {
  const assets = phoneAssets(await builtPhone());
  const server = createServer((request, response) => void assets(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const browser = await launchBrowser({ executablePath: ensureBrowser(console.log) });
  // A listening TCP server has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  endpoint = await startAutomator({ url: `http://127.0.0.1:${port}/`, browser });
  closing.push(
    () => endpoint.close(),
    () => browser.close(),
    () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  );
});
after(async () => {
  for (const close of closing) await close();
});

for (const [file, stories] of [
  ['smoke', 1],
  ['callbacks', 2],
] as const)
  test(`${file} runs by the protocol alone`, async () => {
    const { code, output } = await run(`test/e2e/${file}.test.ts`);
    assert.equal(code, 0, output);
    assert.match(output, new RegExp(`^# pass ${stories}$`, 'm'));
  });

function run(file: string): Promise<{ code: number | null; output: string }> {
  const { NODE_TEST_CONTEXT: _inside, ...environment } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', '--test', '--test-reporter=tap', file], {
    cwd: ROOT,
    env: { ...environment, TZ: 'UTC', DEVTOOLS: endpoint.wsEndpoint },
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stderr.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(parts).toString() }));
  });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AGENT } from '../../../local/automator';
import { buildPhone } from '../../../local/phone/build';
import { phoneAssets } from '../../../local/phone/serve';

const FIXTURE = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures/town');

/** A small mini program, built and served; `agent: false` leaves the automation out of it. */
export async function serveFixture(agent = true): Promise<{ url: string; close(): Promise<void> }> {
  const out = mkdtempSync(path.join(tmpdir(), 'automator-'));
  await buildPhone({ project: FIXTURE, out, extraScripts: agent ? [AGENT] : [] });
  const assets = phoneAssets(out);
  const server = createServer((request, response) => void assets(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // A listening TCP server has an AddressInfo.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(out, { recursive: true, force: true });
    },
  };
}

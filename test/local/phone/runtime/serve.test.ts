import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { phoneAssets } from '../../../../local/phone/serve';

const folder = mkdtempSync(path.join(tmpdir(), 'phone-serve-'));
mkdirSync(path.join(folder, 'out'));
writeFileSync(path.join(folder, 'out/index.html'), '<p>phone</p>');
writeFileSync(path.join(folder, 'secret.txt'), 'secret');
const serve = phoneAssets(path.join(folder, 'out'), '/phone/');
const server = createServer((asked, answer) => {
  if (!serve(asked, answer)) answer.writeHead(418).end();
});
let port = 0;

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an AddressInfo.
  port = (server.address() as AddressInfo).port;
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks with a path that is sent as it is, dots included. */
function ask(
  target: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; body: string; etag: string; type: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: target, headers, method }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          body,
          etag: answer.headers.etag ?? '',
          type: answer.headers['content-type'] ?? '',
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('a built phone is served below its prefix only, and nothing outside of its folder', async () => {
  const page = await ask('/phone/?device=a');
  assert.deepEqual([page.status, page.body, page.type], [200, '<p>phone</p>', 'text/html; charset=utf-8']);
  assert.equal((await ask('/phone/', { 'if-none-match': page.etag })).status, 304);
  assert.equal((await ask('/phone/', {}, 'HEAD')).body, '');
  assert.equal((await ask('/phone/', {}, 'POST')).status, 405);
  assert.equal((await ask('/other')).status, 418, 'left to the next handler');
  for (const target of [
    '/phone/none.js',
    '/phone/..%2fsecret.txt',
    '/phone/%2e%2e/secret.txt',
    '/phone/%zz',
    '/phone/a%00',
  ]) {
    const { status, body } = await ask(target);
    assert.ok(status >= 400 && !body.includes('secret'), `${target}: ${status}`);
  }
});

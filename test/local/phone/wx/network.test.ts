import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';
import { call, look } from './call';

let phone: OpenedPhone;
let server: Server;
let origin = '';
const seen: { method: string; url: string; type: string; body: string }[] = [];

before(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '' } = request;
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', 'content-type, x-word');
      if (method === 'OPTIONS') return response.end();
      const type = request.headers['content-type'] ?? '';
      seen.push({ method, url, type, body: Buffer.concat(parts).toString() });
      if (url === '/slow') return;
      if (url === '/picture.png') response.setHeader('content-type', 'image/png');
      else response.setHeader('content-type', 'application/json');
      return response.end('{"ok":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an AddressInfo.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  phone = await openPhone('wx');
});
after(async () => {
  await phone.close();
  server.closeAllConnections();
  server.close();
});

/** `wx.NAME` with callbacks: these functions answer a task, not a promise. */
const ask = (name: string, options: object, more = ''): Promise<Record<string, unknown>> =>
  look(
    phone.page,
    `new Promise((resolve) => {
      const task = wx.${name}({ ...${JSON.stringify(options)}, success: resolve, fail: resolve });
      ${more}
    })`,
  );

test('a GET carries its data in the address, a POST as JSON or as a form', async () => {
  const answer = await ask('request', { url: `${origin}/get?a=1`, data: { b: '二' } });
  assert.equal(answer.errMsg, 'request:ok');
  assert.deepEqual(answer.data, { ok: true });
  assert.equal(answer.statusCode, 200);
  await ask('request', { url: `${origin}/json`, method: 'POST', data: { a: [1] } });
  await ask('request', {
    url: `${origin}/form`,
    method: 'POST',
    data: { a: '一 二' },
    header: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  assert.deepEqual(
    seen.map(({ method, url, body }) => [method, url, body]),
    [
      ['GET', `/get?a=1&b=${encodeURIComponent('二')}`, ''],
      ['POST', '/json', '{"a":[1]}'],
      ['POST', '/form', `a=${encodeURIComponent('一')}+${encodeURIComponent('二')}`],
    ],
  );
});

test('nothing leaves this machine', async () => {
  assert.equal(
    (await ask('request', { url: 'https://example.com/' })).errMsg,
    'request:fail url not in domain list',
  );
  assert.equal(
    (await ask('downloadFile', { url: 'https://example.com/a.png' })).errMsg,
    'downloadFile:fail url not in domain list',
  );
});

test('a request is aborted, and runs out of time', async () => {
  assert.equal(
    (await ask('request', { url: `${origin}/slow` }, 'setTimeout(() => task.abort(), 50);')).errMsg,
    'request:fail abort',
  );
  assert.equal((await ask('request', { url: `${origin}/slow`, timeout: 80 })).errMsg, 'request:fail timeout');
});

test('without a network a request fails at once, on a slow one it takes its time', async () => {
  await look(phone.page, `__phone.setConditions({ network: 'none' })`);
  const failed = await ask('request', { url: `${origin}/get` });
  assert.match(String(failed.errMsg), /^request:fail net::ERR_INTERNET_DISCONNECTED/);
  await look(phone.page, `__phone.setConditions({ network: 'slow' })`);
  const begin = performance.now();
  assert.equal((await ask('request', { url: `${origin}/get` })).errMsg, 'request:ok');
  assert.ok(performance.now() - begin > 1200, 'a slow network is slow');
  await look(phone.page, `__phone.setConditions({ network: 'wifi' })`);
});

test('a download becomes a temporary file named after what it is, and tells its progress', async () => {
  const answer = await ask(
    'downloadFile',
    { url: `${origin}/picture.png` },
    'globalThis.progress = []; task.onProgressUpdate((p) => globalThis.progress.push(p.progress));',
  );
  assert.match(String(answer.tempFilePath), /^wxfile:\/\/tmp_\w+\.png$/);
  assert.equal(
    await look(phone.page, `wx.getFileSystemManager().readFileSync('${answer.tempFilePath}', 'utf8')`),
    '{"ok":true}',
  );
  assert.equal(await look(phone.page, 'globalThis.progress.at(-1)'), 100);
});

test('an upload sends the file as a form, with fields beside it', async () => {
  await look(
    phone.page,
    `wx.getFileSystemManager().writeFileSync(wx.env.USER_DATA_PATH + '/u.txt', '内容', 'utf8')`,
  );
  const answer = await ask('uploadFile', {
    url: `${origin}/upload`,
    filePath: 'wxfile://usr/u.txt',
    name: 'file',
    formData: { note: '附言' },
  });
  assert.deepEqual([answer.errMsg, answer.data, answer.statusCode], ['uploadFile:ok', '{"ok":true}', 200]);
  const sent = seen.at(-1);
  assert.match(sent?.type ?? '', /^multipart\/form-data/);
  assert.match(sent?.body ?? '', /name="note"[\s\S]*附言[\s\S]*name="file"; filename="u\.txt"[\s\S]*内容/);
});

test('a server that is not there is a failure and no problem', async () => {
  assert.match(String((await ask('request', { url: 'http://127.0.0.1:1/' })).errMsg), /^request:fail/);
  assert.deepEqual(await phone.problems(), []);
  assert.equal((await call(phone.page, 'getNetworkType')).ok, true);
});

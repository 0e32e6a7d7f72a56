import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { WebSocket as Socket, type WebSocket } from 'ws';
import { type Automator, launchBrowser, startAutomator } from '../../../local/automator';
import { ensureBrowser } from '../../../tools/lib/browser';
import { connect } from '../../e2e/support/client';
import { serveFixture } from './open';

const README = readFileSync(path.resolve(import.meta.dirname, '../../../local/automator/README.md'), 'utf8');
/** The table of the README: a method and what is said of it. */
const table = [...README.matchAll(/^\| ((?:Tool|App|Page|Element)\.\w+) \| (.+) \|$/gm)].map(
  ([, method = '', here = '']) => ({ method, here }),
);

let served: Awaited<ReturnType<typeof serveFixture>>;
let browser: Browser;
let automator: Automator;
let socket: WebSocket;

before(async () => {
  [served, browser] = await Promise.all([
    serveFixture(),
    launchBrowser({ executablePath: ensureBrowser(console.log) }),
  ]);
  automator = await startAutomator({ url: served.url, browser });
  socket = new Socket(automator.wsEndpoint);
  await new Promise((resolve) => socket.once('open', resolve));
});
after(async () => {
  socket.close();
  await automator.close();
  await browser.close();
  await served.close();
});

/** The error that an empty request gets; '' when it is answered. */
function errorOf(method: string): Promise<string> {
  const id = `ask-${method}`;
  return new Promise((resolve) => {
    const hear = (data: unknown): void => {
      const answer = JSON.parse(String(data)) as { id?: string; error?: { message: string } };
      if (answer.id !== id) return;
      socket.off('message', hear);
      resolve(answer.error?.message ?? '');
    };
    socket.on('message', hear);
    socket.send(JSON.stringify({ id, method, params: {} }));
  });
}

test('each method of the protocol is answered or refused as the README says', async () => {
  assert.equal(table.length, 45);
  // Closing would end the test, and what `native` presses is tried below.
  const apart = new Set(['Tool.close', 'Tool.native']);
  for (const { method, here } of table.filter((row) => !apart.has(row.method))) {
    const error = await errorOf(method);
    const refusal = /^refused: (.*)$/.exec(here)?.[1];
    if (refusal === undefined) assert.doesNotMatch(error, /unimplemented|is not supported/, method);
    else assert.ok(error.includes(refusal), `${method}: ${error}`);
  }
});

test('a method that nobody knows is told so', async () => {
  assert.equal(await errorOf('App.fly'), 'appservice App.fly unimplemented');
  assert.equal(await errorOf('Tool.fly'), 'Tool.fly unimplemented');
});

test('native() presses WeChat’s own dialogs and goes back, and says when there is none', async () => {
  const mini = await connect(automator.wsEndpoint);
  await mini.evaluate(
    "function () { wx.showModal({ title: 'sure', success: function (r) { getApp().said = r.confirm } }) }",
  );
  await mini.native().confirmModal();
  assert.equal(await mini.evaluate('function () { return getApp().said }'), true);
  await mini.evaluate(
    "function () { wx.showModal({ title: 'sure', success: function (r) { getApp().said = r.cancel } }) }",
  );
  await mini.native().cancelModal();
  assert.equal(await mini.evaluate('function () { return getApp().said }'), true);
  await mini.navigateTo('/pages/second/second');
  await mini.native().navigateLeft();
  assert.equal((await mini.pageStack()).length, 1);
  await assert.rejects(mini.native().confirmModal(), /nothing of this kind/);
  await assert.rejects(mini.native().goHome(), /native goHome is not supported/);
  mini.disconnect();
});

test('two clients at once know the same node by the same id, and both hear what is said', async () => {
  const [one, two] = [await connect(automator.wsEndpoint), await connect(automator.wsEndpoint)];
  await one.reLaunch('/pages/first/first');
  const ids = await Promise.all(
    [one, two].map(async (client) =>
      Reflect.get(Object((await (await client.currentPage())?.$('.title')) ?? {}), 'id'),
    ),
  );
  assert.ok(ids[0]);
  assert.equal(ids[0], ids[1]);
  one.disconnect();
  assert.equal((await two.pageStack()).length, 1);
  two.disconnect();
});

import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { openPhone } from '../open';

const require = createRequire(import.meta.url);
const kit = path.join(path.dirname(require.resolve('tdesign-miniprogram/package.json')), 'miniprogram_dist');
const folder = mkdtempSync(path.join(tmpdir(), 'phone-tdesign-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Every component that the package has: a new one is mounted here by itself, and asks to be driven too. */
const names = readdirSync(kit).filter((name) => existsSync(path.join(kit, name, `${name}.wxml`)));

/** A page that holds every component once, as it is without any property. */
function writeProject(): string {
  const write = (name: string, text: string): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const using = Object.fromEntries(names.map((name) => [`t-${name}`, `tdesign-miniprogram/${name}/${name}`]));
  write('app.json', JSON.stringify({ pages: ['pages/all/all'], window: { navigationBarTitleText: 'All' } }));
  write('app.js', 'App({});');
  write('pages/all/all.json', JSON.stringify({ usingComponents: using }));
  write('pages/all/all.js', 'Page({});');
  write('pages/all/all.wxml', names.map((name) => `<view class="mounted"><t-${name} /></view>`).join('\n'));
  symlinkSync(path.dirname(path.dirname(path.dirname(kit)).concat('/x')), path.join(folder, 'node_modules'));
  return folder;
}

test('every component of TDesign mounts without a problem', async () => {
  assert.ok(names.length > 80, `${names.length} components`);
  const phone = await openPhone(writeProject());
  assert.equal(await phone.page.locator('.mounted').count(), names.length);
  await phone.page.waitForTimeout(300);
  const messages = (await phone.problems()).map((problem) => problem.message);
  // chat-content cannot be without its content;
  // color-picker measures a slider that a closed picker has not drawn, and does not catch the answer.
  assert.deepEqual(messages, [
    "miniprogram_npm/tdesign-miniprogram/chat-content/chat-content lifetime (anonymous): Cannot read properties of null (reading 'type')",
    'unhandled rejection: null',
  ]);
  await phone.close();
});

test('every component of TDesign stands on a page of the fixture, where it can be driven', () => {
  const pages = path.join(import.meta.dirname, '../fixtures/tdesign/pages');
  const wxml = readdirSync(pages)
    .map((page) => readFileSync(path.join(pages, page, `${page}.wxml`), 'utf8'))
    .join('\n');
  const mounted = new Set([...wxml.matchAll(/<t-([\w-]+)/g)].map(([, name = '']) => name));
  assert.deepEqual([...mounted].sort(), [...names].sort());
});

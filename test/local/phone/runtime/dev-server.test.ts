import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../../../../local/automator';
import { readArguments, runPhone } from '../../../../local/phone/dev/command';
import { serveProject } from '../../../../local/phone/dev/server';
import { ensureBrowser } from '../../../../tools/lib/browser';

const fixture = path.join(path.dirname(fileURLToPath(import.meta.url)), '../fixtures/routes');
const folder = mkdtempSync(path.join(tmpdir(), 'phone-dev-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function eventually(attempt: () => Promise<void>): Promise<void> {
  const until = Date.now() + 8000;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      // A page that is being opened anew has no answer yet.
      if (Date.now() > until) throw error;
      await new Promise((next) => setTimeout(next, 50));
    }
  }
}

describe('npm run phone', () => {
  test('takes a project and ports, and says what it does not understand', async () => {
    assert.deepEqual(
      readArguments(['--project', 'x', '--port', '0', '--automator-port', '9420', '--headless']),
      {
        project: 'x',
        port: 0,
        automatorPort: 9420,
        headless: true,
      },
    );
    const lines: string[] = [];
    const print = (line: string): void => void lines.push(line);
    assert.equal(await runPhone([], print), 2);
    assert.equal(await runPhone(['--project', 'x', '--port', 'many'], print), 2);
    assert.equal(await runPhone(['--project', folder], print), 1);
    assert.match(
      lines.join('\n'),
      /--project is needed[\s\S]*--port must be a port: many[\s\S]*not a mini program/,
    );
  });

  test('rebuilds on save, goes on with the same pages and what was in them, and shows why a build failed', async () => {
    const project = path.join(folder, 'routes');
    cpSync(fixture, project, { recursive: true });
    const builds: number[] = [];
    const server = await serveProject({ project, port: 0, onBuilt: ({ ms }) => void builds.push(ms) });
    const browser = await launchBrowser({ executablePath: ensureBrowser(console.log) });
    after(async () => {
      await browser.close();
      await server.close();
    });
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    page.setDefaultTimeout(8000);
    await page.goto(`${server.url}?automated=1`);
    await page.evaluate(() => __phone.ready);
    await page.evaluate(() => wx.setStorageSync?.('kept', 'yes'));
    await page.evaluate(() => wx.navigateTo?.({ url: '/pages/target/target?a=1' }));
    await page.locator('#query').waitFor();

    const template = path.join(project, 'pages/target/target.wxml');
    const source = readFileSync(template, 'utf8');
    writeFileSync(template, `<view id="new">saved</view>${source}`);
    await page.locator('#new').waitFor();
    assert.equal(await page.locator('#query').innerText(), '{"a":"1"}');
    assert.deepEqual(await page.evaluate(() => getCurrentPages().map(({ route }) => route)), [
      'pages/home/home',
      'pages/target/target',
    ]);
    assert.equal(await page.evaluate(() => wx.getStorageSync?.('kept')), 'yes');
    assert.equal(builds.length, 2);

    writeFileSync(template, '<view>');
    await page.getByRole('alert').waitFor();
    assert.match(await page.getByRole('alert').innerText(), /target\.wxml:1:2 WXML: missing end tag/);
    writeFileSync(template, source);
    await page.getByRole('alert').waitFor({ state: 'detached' });
    assert.equal(await page.locator('#query').innerText(), '{"a":"1"}');

    const marked = () => page.evaluate(() => Reflect.get(globalThis, 'mark') === true);
    const mark = () => page.evaluate(() => void Reflect.set(globalThis, 'mark', true));
    const typed = () => page.evaluate(() => getCurrentPages().map(({ data }) => data['typed']));
    const fill = () =>
      page.evaluate(() => {
        for (const open of getCurrentPages()) open.setData({ typed: `in ${open.route}` });
      });
    const script = (name: string) => path.join(project, `pages/${name}/${name}.js`);
    for (const name of ['home', 'target'])
      writeFileSync(
        script(name),
        readFileSync(script(name), 'utf8').replace('Page({', "Page({ data: { typed: '' },"),
      );
    await eventually(async () => assert.deepEqual(await typed(), ['', '']));

    await fill();
    await mark();
    writeFileSync(template, `<view id="again">saved</view>${source}`);
    await page.locator('#again').waitFor();
    assert.equal(await marked(), false, 'the phone was opened anew');
    assert.deepEqual(await typed(), ['in pages/home/home', 'in pages/target/target']);

    writeFileSync(
      script('target'),
      `${readFileSync(script('target'), 'utf8')}\nReflect.set(globalThis, 'second', true);`,
    );
    await eventually(async () =>
      assert.equal(await page.evaluate(() => Reflect.get(globalThis, 'second') === true), true),
    );
    await eventually(async () => assert.deepEqual(await typed(), ['in pages/home/home', '']));

    const sheet = path.join(project, 'app.wxss');
    const colour = () => page.locator('#query').evaluate((node) => getComputedStyle(node).color);
    await fill();
    await mark();
    writeFileSync(sheet, `${readFileSync(sheet, 'utf8')}\n#query { color: rgb(1, 2, 3); }`);
    await eventually(async () => assert.equal(await colour(), 'rgb(1, 2, 3)'));
    assert.equal(await marked(), true, 'style is changed under the open pages');
    assert.deepEqual(await typed(), ['in pages/home/home', 'in pages/target/target']);
  });
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchBrowser, startAutomator } from '../../../local/automator';
import { ensureBrowser } from '../../../tools/lib/browser';
import type { Element } from '../../e2e/support/client';
import { DevToolsDriver } from '../../e2e/support/driver/devtools';
import { componentTags, tabPage } from '../../e2e/support/driver/project';
import { walk } from '../../e2e/support/driver/walk';
import { serveFixture } from './open';

const closing: (() => Promise<void>)[] = [];
let driver: DevToolsDriver;

before(async () => {
  const [served, browser] = await Promise.all([
    serveFixture(),
    launchBrowser({ executablePath: ensureBrowser(console.log) }),
  ]);
  const automator = await startAutomator({ url: served.url, browser });
  driver = await DevToolsDriver.connect(automator.wsEndpoint);
  closing.push(
    () => driver.close(),
    () => automator.close(),
    () => browser.close(),
    () => served.close(),
  );
});
after(async () => {
  for (const close of closing) await close();
});

test('going from host to host finds what `>>>` finds, without it', async () => {
  const page = await driver.mini.currentPage();
  assert.ok(page);
  const same = async (selector: string): Promise<number> => {
    // The client's typings say `any`; it is a list of its elements.
    const deep = (await page.$$(selector)) as Element[];
    const walked = await walk(page, selector, ['plate']);
    assert.deepEqual(new Set(walked), new Set(deep), selector);
    return walked.length;
  };
  assert.equal(await same('.item'), 3);
  assert.equal(await same('>>> [data-test=inner]'), 1);
  assert.equal(await same('>>> plate >>> .inner'), 1);
  assert.equal(await same('plate >>> .inside, >>> .title'), 2);
  assert.equal(await same('>>> .nobody'), 0);
});

test('what DevTools cannot do is refused with its name', async () => {
  await assert.rejects(driver.foreground(), /^Error: foreground is not possible on DevTools/);
  await assert.rejects(driver.restart(), /restart is not possible/);
  await assert.rejects(driver.conditions({ network: 'none' }), /conditions\({ network }\) is not possible/);
  await assert.rejects(driver.answer('好的'), /answer\('好的'\) is not possible/);
  await assert.rejects(driver.showToCamera(), /showToCamera/);
  assert.throws(() => driver.glass, /phone\.glass/);
});

test('the components and tabs of the product are read from its own files', () => {
  assert.ok(componentTags().includes('rs-session'));
  assert.equal(tabPage('首页'), '/pages/home/home');
  assert.throws(() => tabPage('没有'), /no tab/);
});

test('a phone that was given to the next person says so', async () => {
  driver.handOver();
  assert.throws(() => driver.mini, /went to another person/);
});

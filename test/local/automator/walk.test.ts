import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchBrowser, startAutomator } from '../../../local/automator';
import { ensureBrowser } from '../../../tools/lib/browser';
import type { Element } from '../../e2e/support/client';
import { DevToolsDriver } from '../../e2e/support/driver/devtools';
import { componentTags, tabPage } from '../../e2e/support/driver/project';
import { walk } from '../../e2e/support/driver/walk';
import { eventually } from '../../e2e/support/eventually';
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
  await assert.rejects(driver.answer('好的'), /answer\('好的'\) without a modal or a call is not possible/);
  await assert.rejects(driver.showToCamera(), /showToCamera/);
  assert.throws(() => driver.glass, /phone\.glass/);
});

test('the components and tabs of the product are read from its own files', () => {
  assert.ok(componentTags().includes('rs-session'));
  assert.equal(tabPage('首页'), '/pages/home/home');
  assert.throws(() => tabPage('没有'), /no tab/);
});

test('a modal is read and answered by its own words, and a call is answered before it is made', async () => {
  const ask = (call: string) =>
    driver.mini.evaluate(
      `function () {
        globalThis.heard = null;
        ${call.replace('HEARD', 'function (answer) { globalThis.heard = answer; }')}
      }`,
    );
  const heard = async () =>
    eventually('the answer', async () => {
      const answer: unknown = await driver.mini.evaluate('function () { return globalThis.heard; }');
      assert.ok(answer);
      return Object(answer);
    });
  await ask(`wx.showModal({ title: '退了？', content: '座给别人', confirmText: '退一下', success: HEARD });`);
  await eventually('the modal', async () => assert.match(await driver.overlayWords(), /座给别人/));
  await assert.rejects(driver.answer('好的'), /the dialog has 取消 and 退一下/);
  await driver.answer('退一下');
  assert.equal((await heard()).confirm, true);
  await eventually('no dialog', async () => assert.equal(await driver.overlayWords(), ''));
  await ask(`wx.makePhoneCall({ phoneNumber: '13912345678', fail: HEARD });`);
  await eventually('the number', async () => assert.match(await driver.overlayWords(), /13912345678/));
  await driver.answer('取消');
  assert.equal((await heard()).errMsg, 'makePhoneCall:fail cancel');
});

test('a phone that was given to the next person says so', async () => {
  driver.handOver();
  assert.throws(() => driver.mini, /went to another person/);
});

/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { CustomElement, InputElement } from 'miniprogram-automator/out/Element';
import type { Browser } from 'playwright-core';
import { type Automator, launchBrowser, launchProfile, startAutomator } from '../../../local/automator';
import { ensureBrowser } from '../../../tools/lib/browser';
import { connect, type Element, type MiniProgram, type Page } from '../../e2e/support/client';
import { eventually } from '../../e2e/support/eventually';
import { serveFixture } from './open';

let served: Awaited<ReturnType<typeof serveFixture>>;
let browser: Browser;
let automator: Automator;
let mini: MiniProgram;
let page: Page;

before(async () => {
  [served, browser] = await Promise.all([
    serveFixture(),
    launchBrowser({ executablePath: ensureBrowser(console.log) }),
  ]);
  automator = await startAutomator({ url: served.url, browser });
  mini = await connect(automator.wsEndpoint);
});
after(async () => {
  mini.disconnect();
  await automator.close();
  await browser.close();
  await served.close();
});
beforeEach(async () => {
  page = there(await mini.reLaunch('/pages/first/first'));
});

function there<T>(value: T | null | undefined): T {
  assert.ok(value);
  return value;
}
const find = async (selector: string): Promise<Element> => there(await page.$(selector));
const words = async (selector: string): Promise<string> => (await find(selector)).text();

test('the client sees the stack of pages and goes to and fro', async () => {
  assert.equal(page.path, 'pages/first/first');
  const second = there(await mini.navigateTo('/pages/second/second?id=4'));
  assert.deepEqual([second.path, second.query], ['pages/second/second', { id: '4' }]);
  assert.equal((await mini.pageStack()).length, 2);
  assert.equal(await there(await second.$('.second')).text(), 'second 4');
  assert.equal(await mini.navigateBack(), page);
  await assert.rejects(second.data(), /page destroyed/);
  await assert.rejects(mini.navigateTo('/pages/none/none'), /is not found/);
});

test('a page answers for its data and methods', async () => {
  assert.equal(await page.data('deep[0].n'), 7);
  await page.setData({ 'deep[0].n': 8, text: 'you' });
  assert.deepEqual(await page.data('deep'), [{ n: 8 }]);
  assert.equal(await words('.title'), 'hello you');
  assert.equal(await page.callMethod('sum', 2, 3), 5);
  await assert.rejects(page.callMethod('none'), /page.none not exists/);
  assert.ok(Number((await page.size()).height) > 2000);
});

test('an element tells its attributes, styles, properties, place and WXML', async () => {
  const title = await find('#title');
  assert.equal(title.tagName, 'view');
  assert.equal(await title.attribute('data-kind'), 'head');
  assert.equal(await title.style('color'), 'rgb(1, 2, 3)');
  assert.deepEqual(await title.offset(), { left: 0, top: 0 });
  assert.equal(await title.outerWxml(), '<view id="title" class="title" data-kind="head">hello </view>');
  const input = await find('input');
  assert.equal(await input.value(), '');
  await assert.rejects(input.property('nothing'), /input.nothing not exists/);
  assert.equal(await find('#title'), title);
});

test('selectors know tags, attributes, places and lists, and what is missing is null', async () => {
  assert.equal(await page.$('.nothing'), null);
  assert.equal((await page.$$('.item')).length, 3);
  assert.equal(await words('.item:nth-child(1), .item[data-test=item] + .item'), 'b');
  assert.equal(await words('page > button.add'), 'count 0');
  await assert.rejects(page.$$('[data-'), /is not a selector/);
});

test('a page does not see into components, their element does, and `>>>` goes everywhere', async () => {
  assert.equal(await page.$('.inner'), null);
  assert.equal(await words('.inside'), 'in the slot');
  const plate = (await find('.plate')) as CustomElement; // its class says that it is a component
  assert.equal(await there(await plate.$('.inner')).text(), '0');
  assert.equal(await words('>>> [data-test=inner]'), '0');
  await page.setData({ text: 'x' });
  assert.equal(await plate.property('word'), 'x');
  await plate.setData({ times: 5 });
  assert.equal(await plate.data('times'), 5);
  assert.equal(await plate.callMethod('double', 4), 8);
  assert.match(await plate.wxml(), /class="inner".*x 5.*class="inside"/);
});

test('taps are real: they scroll to their button, and fail where something lies over it', async () => {
  await (await find('.add')).tap();
  await (await find('.far')).tap();
  await eventually('two taps', async () => assert.equal(await page.data('count'), 2));
  await assert.rejects((await find('.covered')).tap(), /lid… is over it/);
  assert.equal(await page.data('count'), 2);
});

test('what slides in is touched where it comes to rest, also where it seems to stand still on its way', async () => {
  await page.setData({ sliding: true });
  await (await find('.slides')).tap();
  await eventually('touched', async () => assert.equal(await page.data('touchedAt'), 380));
  await page.setData({ sliding: false });
});

test('what is still being fetched above is waited for, as it will move what stands below; but not for ever', async () => {
  const add = await find('.add');
  const touched = async (): Promise<number> => {
    await page.setData({ touchedAt: 0 });
    await add.tap();
    return eventually('touched', async () => {
      const at: unknown = await page.data('touchedAt');
      assert.ok(typeof at === 'number' && at > 0);
      return at;
    });
  };
  const alone = await touched();
  await page.callMethod('fetch');
  assert.equal(await touched(), alone + 100);
  await page.setData({ state: 'loading' });
  assert.equal(await touched(), alone + 40);
  await page.setData({ state: '' });
});

test('a long press is not a tap', async () => {
  const hold = await find('.hold');
  await hold.longpress();
  await eventually('held', async () => assert.equal(await page.data('held'), 'long'));
  await hold.tap();
  await eventually('tapped', async () => assert.equal(await page.data('held'), 'short'));
});

test('fields and switches take what a person gives them', async () => {
  await ((await find('input')) as InputElement).input('红芝麻'); // its tag says that it is an input
  assert.equal(await page.data('text'), '红芝麻');
  await (await find('switch')).tap();
  assert.equal(await page.data('on'), true);
  await (await find('.plate')).trigger('press');
  assert.equal(await page.data('count'), 1);
});

test('an element that was removed says so', async () => {
  const last = there((await page.$$('.item')).at(-1));
  await page.setData({ list: ['a'] });
  await assert.rejects(last.text(), /was removed from its page/);
});

test('code runs in the app, and functions of wx are called, mocked and restored', async () => {
  assert.equal(await mini.evaluate('async (n) => getApp().globalData.n + n', 2), 3);
  await mini.callWxMethod('setStorage', { key: 'k', data: [1] });
  assert.deepEqual(await mini.callWxMethod('getStorageSync', 'k'), [1]);
  await assert.rejects(mini.callWxMethod('nothing'), /wx.nothing not exists/);
  await mini.mockWxMethod('getNetworkType', { networkType: '5g' });
  assert.equal((await mini.callWxMethod('getNetworkType')).networkType, '5g');
  await mini.mockWxMethod(
    'getStorageSync',
    'function (key, more) { return [key, this.origin(key), more]; }',
    'more',
  );
  assert.deepEqual(await mini.callWxMethod('getStorageSync', 'k'), ['k', [1], 'more']);
  await mini.mockWxMethod('getNetworkType', { errMsg: 'getNetworkType:fail on purpose' });
  await assert.rejects(mini.callWxMethod('getNetworkType'), /^Error: on purpose$/);
  await mini.restoreWxMethod('getNetworkType');
  assert.equal((await mini.callWxMethod('getNetworkType')).networkType, 'wifi');
  await assert.rejects(mini.mockWxMethod('onAppShow', {}), /can't mock/);
});

test('the client hears of logs, errors and bindings', async () => {
  const heard: unknown[] = [];
  mini.on('console', (event: unknown) => heard.push(event));
  mini.on('exception', (event: { message: string }) => heard.push(event.message));
  await mini.exposeFunction('tell', (...args: unknown[]) => heard.push(args));
  await mini.evaluate(
    "() => { console.log('one', 2); tell({ a: 1 }, 'b'); setTimeout(getCurrentPages()[0].fails); }",
  );
  await eventually('three events', async () => assert.equal(heard.length >= 3, true));
  assert.deepEqual(heard[0], { type: 'log', args: ['one', 2] });
  assert.deepEqual(heard[1], [{ a: 1 }, 'b']);
  await eventually('the error', async () =>
    assert.ok(heard.some((one) => typeof one === 'string' && one.includes('on purpose'))),
  );
  assert.match((await automator.problems()).map(({ message }) => message).join(), /on purpose/);
});

test('a screenshot is a picture, and what the phone cannot do is refused by name', async () => {
  const picture = await mini.screenshot();
  assert.equal(Buffer.from(String(picture), 'base64').subarray(1, 4).toString(), 'PNG');
  await assert.rejects(mini.native().goHome(), /native goHome is not supported/);
  await assert.rejects(mini.callPluginWxMethod('id', 'request'), /plugins are not supported/);
});

test('clients come in turn, and phones in one browser share nothing', async () => {
  mini.disconnect();
  mini = await connect(automator.wsEndpoint);
  await mini.callWxMethod('setStorageSync', 'mine', 1);
  const other = await startAutomator({ url: served.url, browser });
  const client = await connect(other.wsEndpoint);
  assert.equal(await client.callWxMethod('getStorageSync', 'mine'), '');
  client.disconnect();
  await other.close();
});

test('phones of one profile are told apart by their device, and one that is closed leaves the others', async () => {
  const profile = await launchProfile({ executablePath: ensureBrowser(console.log) });
  try {
    const phone = (device: string) => startAutomator({ url: `${served.url}?device=${device}`, profile });
    const phones = await Promise.all([phone('a'), phone('b')]);
    const [mine, other] = await Promise.all(phones.map(({ wsEndpoint }) => connect(wsEndpoint)));
    await mine?.callWxMethod('setStorageSync', 'mine', 1);
    assert.equal(await other?.callWxMethod('getStorageSync', 'mine'), '');
    other?.disconnect();
    await phones[1]?.close();
    assert.equal(await mine?.callWxMethod('getStorageSync', 'mine'), 1);
    mine?.disconnect();
    await phones[0]?.close();
  } finally {
    await profile.close();
  }
});

test('a phone that reloads is waited for, and then answers', async () => {
  await automator.page.reload({ waitUntil: 'commit' });
  assert.equal((await mini.pageStack()).length, 1);
});

test('a phone without the agent is refused with what to do', async () => {
  const bare = await serveFixture(false);
  await assert.rejects(startAutomator({ url: bare.url, browser }), /give AGENT to buildPhone/);
  await bare.close();
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';

const FILES: Record<string, string> = {
  'app.json': JSON.stringify({
    pages: ['pages/home/home', 'pages/broken/broken'],
    lazyCodeLoading: 'requiredComponents',
  }),
  'app.js': 'App({});',
  'pages/home/home.json': '{}',
  'pages/broken/broken.js': "throw new Error('broken')",
  'pages/broken/broken.wxml': '<view>empty</view>',
  'pages/home/home.js':
    "Page({ data: { n: 0, rows: [{ id: 'a', in: ['1', '2'] }, { id: 'b', in: [] }] }, covered() { this.setData({ n: 9 }); } });",
  'pages/home/home.wxml': `
    <view class="if" wx:if="{{n > 5}}">L</view><view class="if" wx:elif="{{n > 2}}">M</view><view class="if" wx:else>S</view>
    <block wx:if="{{n > 5}}"><text class="block">one</text><text class="block">two</text></block>
    <view class="row" wx:for="{{rows}}" wx:for-item="row" wx:for-index="at" wx:key="id">
      {{at}}{{row.id}}<text class="cell" wx:for="{{row.in}}" wx:key="*this">{{row.id}}{{item}}{{index}}</text>
    </view>
    <view class="dashed" wx-if="{{n > 100}}">no</view><view class="dashed" wx-else data-bare=half" data-said="{{ \\"a\\" + 1 }} \\"b\\"">
      <text wx-for="{{rows}}" wx-for-item="row" wx-key="id">{{row.id}}</text>{{ }}</view>
    <icon class="icon" type="success" size="40" color="red" />
    <map class="map"><cover-view class="cover" bindtap="covered">over</cover-view></map>
    <web-view wx:if="{{web}}" src="https://example.org/a" />`,
};

const folder = mkdtempSync(path.join(tmpdir(), 'phone-wxml-'));
let phone: OpenedPhone;
before(async () => {
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  phone = await openPhone(folder);
});
after(async () => {
  await phone.close();
  rmSync(folder, { recursive: true, force: true });
});

const set = (data: object): Promise<void> =>
  phone.page.evaluate((given) => new Promise((done) => getCurrentPages()[0]?.setData(given, done)), data);
const words = async (selector: string): Promise<string[]> =>
  (await phone.page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ''));

test('wx:if, wx:elif and wx:else show one of several, and a block shows all that is in it', async () => {
  assert.deepEqual(await words('.if'), ['S']);
  await set({ n: 3 });
  assert.deepEqual(await words('.if'), ['M']);
  await set({ n: 6 });
  assert.deepEqual(await words('.if, .block'), ['L', 'one', 'two']);
});

test('wx:for names its item and index, also inside another; wx:key keeps the nodes of rows that move', async () => {
  assert.deepEqual(await words('.row'), ['0aa10a21', '1b']);
  await phone.page
    .locator('.row')
    .first()
    .evaluate((node) => node.setAttribute('id', 'marked'));
  await set({
    rows: [
      { id: 'c', in: [] },
      { id: 'b', in: [] },
      { id: 'a', in: ['1'] },
    ],
  });
  assert.deepEqual(await words('.row'), ['0c', '1b', '2aa10']);
  assert.deepEqual(await words('#marked'), ['2aa10'], 'the node went with its row');
});

test('a template for the older compiler may write wx-if, escape or lose quotation marks, and bind nothing', async () => {
  await set({
    rows: [
      { id: 'a', in: [] },
      { id: 'b', in: [] },
    ],
  });
  assert.deepEqual(await words('.dashed'), ['ab']);
  assert.equal(await phone.page.locator('.dashed').getAttribute('data-said'), 'a1 "b"');
  assert.equal(await phone.page.locator('.dashed').getAttribute('data-bare'), 'half');
});

test('an icon has the size and colour that it was given', async () => {
  const box = await phone.page.locator('.icon').boundingBox();
  assert.deepEqual([box?.width, box?.height], [40, 40]);
});

test('a cover-view lies over a map and is tapped there', async () => {
  await set({ n: 0 });
  await phone.page.locator('.cover').click();
  assert.equal(await phone.page.evaluate(() => getCurrentPages()[0]?.data.n), 9);
});

test('a web-view fills the page and says that it is one for WeChat, and which', async () => {
  await set({ web: true });
  assert.match(
    await phone.page.locator('wx-web-view').innerText(),
    /要在微信里打开[\s\S]*https:\/\/example\.org\/a/,
  );
});

test('nothing of it was a problem', async () => {
  assert.deepEqual(await phone.problems(), []);
});

test('a page whose script fails is told, and can be left', async () => {
  await phone.page.evaluate(() => wx.reLaunch?.({ url: '/pages/broken/broken' }));
  assert.deepEqual(
    (await phone.problems()).map(({ message }) => message),
    ['pages/broken/broken: broken', 'pages/broken/broken: its script registered no component'],
  );
  await phone.page.evaluate(() => wx.reLaunch?.({ url: '/pages/home/home' }));
  assert.deepEqual(await words('.if'), ['S']);
});

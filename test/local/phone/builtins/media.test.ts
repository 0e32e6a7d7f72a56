import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPageOf } from './fixture';

test('rich-text shows what is trusted and nothing that could act', async (t) => {
  const phone = await openPageOf(t, 'media');
  const html = await phone.of<string>('#html', '(node) => node.innerHTML');
  assert.doesNotMatch(html, /script|onerror|javascript|iframe/);
  assert.equal(await phone.style('#html b', 'color'), 'rgb(200, 0, 0)');
  assert.equal(await phone.page.evaluate(`'hacked' in globalThis`), false);
  const reported = (await phone.problems()).map(({ message }) => message);
  assert.deepEqual(reported, ['<rich-text> does not show <script>', '<rich-text> does not show <iframe>']);
});

test('rich-text takes a list of nodes with classes of the page and lengths in rpx', async (t) => {
  const phone = await openPageOf(t, 'media');
  assert.equal(await phone.page.locator('#nodes').innerText(), '列表 <节点>');
  assert.equal(await phone.style('#nodes p', 'color'), 'rgb(0, 128, 0)');
  assert.equal(await phone.style('#nodes p', 'font-size'), '20.8px');
  assert.equal(await phone.page.locator('#nodes p').getAttribute('onclick'), null);
});

test('a selector query gives the canvas, which can be drawn on', async (t) => {
  const phone = await openPageOf(t, 'media');
  await phone.until('getApp().canvas !== undefined');
  assert.deepEqual(await phone.page.evaluate(() => getApp().canvas), {
    width: 200,
    height: 100,
    data: 'data:image/png;base64,',
    frame: 'function',
  });
});

test('a canvas without a type draws when it is told to, keeps what is there when asked, and forgets its colours', async (t) => {
  const phone = await openPageOf(t, 'media');
  /** Draws two rectangles one after the other, and answers the colour where each of them is. */
  const colours = (reserve: boolean): Promise<number[][]> =>
    phone.page.evaluate(`new Promise((resolve) => {
      const pen = wx.createCanvasContext('older');
      const at = async (x, y) => [...(await wx.canvasGetImageData({ canvasId: 'older', x, y, width: 1, height: 1 })).data];
      pen.setFillStyle('red');
      pen.fillRect(10, 10, 100, 40);
      pen.draw();
      pen.fillRect(50, 30, 100, 40);
      pen.draw(${reserve}, async () => resolve([await at(20, 20), await at(140, 60)]));
    })`);
  const [RED, BLACK, NOTHING] = [
    [255, 0, 0, 255],
    [0, 0, 0, 255],
    [0, 0, 0, 0],
  ];
  assert.deepEqual(await colours(true), [RED, BLACK]);
  assert.deepEqual(await colours(false), [NOTHING, BLACK]);
});

test('what a canvas without a type shows becomes a picture, and pixels are put back', async (t) => {
  const phone = await openPageOf(t, 'media');
  const told = await phone.page.evaluate(`new Promise((resolve) => {
    const pen = wx.createCanvasContext('older');
    pen.fillStyle = pen.createLinearGradient(0, 0, 20, 0);
    pen.fillStyle.addColorStop(0, 'blue');
    pen.fillStyle.addColorStop(1, 'blue');
    pen.font = '20px sans-serif';
    pen.setFontSize(40);
    const { width } = pen.measureText('宽宽');
    pen.fillRect(0, 0, 20, 20);
    pen.draw(false, async () => {
      const { tempFilePath } = await wx.canvasToTempFilePath({ canvasId: 'older', x: 0, y: 0, width: 20, height: 10, destWidth: 40, destHeight: 20 });
      const picture = await wx.getImageInfo({ src: tempFilePath });
      const area = { canvasId: 'older', x: 0, y: 0, width: 4, height: 4 };
      const { data } = await wx.canvasGetImageData(area);
      await wx.canvasPutImageData({ ...area, x: 100, y: 30, data });
      const put = await wx.canvasGetImageData({ ...area, x: 101, y: 31 });
      resolve({ width: Math.round(width), font: pen.font, size: [picture.width, picture.height], put: [...put.data.slice(0, 4)] });
    });
  })`);
  assert.deepEqual(told, { width: 80, font: '10px sans-serif', size: [40, 20], put: [0, 0, 255, 255] });
  assert.deepEqual(
    await phone.page.evaluate(
      `wx.canvasToTempFilePath({ canvasId: 'nowhere' }).catch(({ errMsg }) => errMsg)`,
    ),
    'canvasToTempFilePath:fail canvas is not found',
  );
  const older = await phone.page.evaluate(`(async () => {
    const pen = wx.createContext();
    pen.setFillStyle('red');
    pen.fillRect(0, 0, 9, 9);
    await wx.drawCanvas({ canvasId: 'older', actions: pen.getActions() });
    const { data } = await wx.canvasGetImageData({ canvasId: 'older', x: 1, y: 1, width: 1, height: 1 });
    return [...data];
  })()`);
  assert.deepEqual(older, [255, 0, 0, 255], 'as it was drawn before there was createCanvasContext');
});

test('touches on a canvas say where on the canvas they are', async (t) => {
  const phone = await openPageOf(t, 'media');
  await phone.page.locator('#canvas').click({ position: { x: 30, y: 20 } });
  const [touch] = await phone.log('touch');
  assert.deepEqual([Math.round(Number(touch?.detail.x)), Math.ceil(Number(touch?.detail.y))], [30, 20]);
});

test('a map says that it has no tiles, and its markers can be tapped', async (t) => {
  const phone = await openPageOf(t, 'media');
  await phone.page.getByRole('button', { name: '教学点' }).click();
  assert.deepEqual((await phone.log('marker'))[0]?.detail, { markerId: 7 });
  assert.match(await phone.page.locator('#map').innerText(), /30.2/);
});

test('a video that cannot be played says so to the page', async (t) => {
  const phone = await openPageOf(t, 'media');
  await phone.setData({ film: '/images/none.mp4' });
  await phone.page.evaluate(`wx.createVideoContext('video').play()`);
  const [failed] = await phone.logged('failed');
  assert.deepEqual([failed?.type, typeof failed?.detail.errMsg], ['error', 'string']);
  assert.deepEqual(
    (await phone.problems()).filter(({ kind }) => kind === 'uncaught'),
    [],
  );
});

test('a navigator opens a page by tap and by key', async (t) => {
  const phone = await openPageOf(t, 'media');
  await phone.page.getByRole('link', { name: 'navigator' }).focus();
  await phone.page.keyboard.press('Enter');
  await phone.until('getCurrentPages().length === 2');
  assert.equal(await phone.page.evaluate(() => getCurrentPages().at(-1)?.route), 'pages/form/form');
});

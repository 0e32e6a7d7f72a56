import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';
import { type Facts, look } from './call';

let phone: OpenedPhone;
before(async () => {
  phone = await openPhone('wx');
});
after(() => phone.close());

test('the window is what the page has between its bars', async () => {
  const info = await look<Facts>(phone.page, 'wx.getWindowInfo()');
  assert.equal(info.screenWidth, 390);
  assert.equal(info.screenHeight, 844);
  assert.equal(info.windowWidth, 390);
  assert.equal(info.statusBarHeight, 47);
  // Status bar 47, navigation bar 44; tab bar 50 and home indicator 34.
  assert.equal(info.screenTop, 91);
  assert.equal(info.windowHeight, 844 - 91 - 84);
  assert.deepEqual(info.safeArea, { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 });
});

test('the old getSystemInfoSync has everything the newer functions have', async () => {
  const missing = await look(
    phone.page,
    `(() => {
      const all = wx.getSystemInfoSync();
      const parts = { ...wx.getWindowInfo(), ...wx.getAppBaseInfo(), ...wx.getDeviceInfo(), ...wx.getSystemSetting() };
      return Object.keys(parts).filter((name) => !(name in all));
    })()`,
  );
  assert.deepEqual(missing, []);
});

test('the capsule lies at the right below the status bar', async () => {
  assert.deepEqual(await look(phone.page, 'wx.getMenuButtonBoundingClientRect()'), {
    width: 87,
    height: 32,
    top: 51,
    bottom: 83,
    left: 296,
    right: 383,
  });
});

test('the font size of WeChat follows the phone, with its scale factor', async () => {
  await look(phone.page, '__phone.setConditions({ fontSize: 24 })');
  const { fontSizeSetting, fontSizeScaleFactor } = await look<Facts>(phone.page, 'wx.getAppBaseInfo()');
  assert.deepEqual([fontSizeSetting, fontSizeScaleFactor], [24, 1.5]);
});

test('the network is told and its changes are heard, until nobody listens', async () => {
  const heard = await look(
    phone.page,
    `(async () => {
      const heard = [];
      const listener = (change) => heard.push(change);
      wx.onNetworkStatusChange(listener);
      __phone.setConditions({ network: 'none' });
      heard.push((await wx.getNetworkType()).networkType);
      __phone.setConditions({ network: 'slow' });
      wx.offNetworkStatusChange(listener);
      __phone.setConditions({ network: 'wifi' });
      heard.push((await wx.getNetworkType()).networkType);
      return heard;
    })()`,
  );
  assert.deepEqual(heard, [
    { isConnected: false, networkType: 'none' },
    'none',
    { isConnected: true, networkType: '2g' },
    'wifi',
  ]);
});

test('the theme is told only to a mini program that has a dark one', async () => {
  assert.equal(await look(phone.page, `'theme' in wx.getAppBaseInfo()`), false);
});

test('leaving for the home screen and coming back is heard', async () => {
  const heard = await look(
    phone.page,
    `(async () => {
      const heard = [];
      wx.onAppHide(() => heard.push('hide'));
      wx.onAppShow(() => heard.push('show'));
      await wx.exitMiniProgram();
      __phone.setForeground(true);
      return heard;
    })()`,
  );
  assert.deepEqual(heard, ['hide', 'show']);
});

test('launch options name the first page and its scene', async () => {
  const { path, query, scene } = await look<Facts>(phone.page, 'wx.getLaunchOptionsSync()');
  assert.deepEqual([path, query, scene], ['pages/home/home', {}, 1001]);
});

test('base64 goes both ways', async () => {
  assert.equal(
    await look(phone.page, `wx.arrayBufferToBase64(wx.base64ToArrayBuffer('AAEC/w=='))`),
    'AAEC/w==',
  );
});

test('an animation is exported as its steps, and export begins anew', async () => {
  const exported = await look(
    phone.page,
    `(() => {
      const animation = wx.createAnimation({ duration: 200, timingFunction: 'ease' });
      animation.opacity(0.5).left(10).step().rotate(45).step({ duration: 100 });
      return [animation.export(), animation.export()];
    })()`,
  );
  const transition = { duration: 200, timingFunction: 'ease', delay: 0 };
  assert.deepEqual(exported, [
    {
      actions: [
        {
          animates: [
            { type: 'style', args: ['opacity', 0.5] },
            { type: 'style', args: ['left', '10px'] },
          ],
          option: { transformOrigin: '50% 50% 0', transition },
        },
        {
          animates: [{ type: 'rotate', args: [45] }],
          option: { transformOrigin: '50% 50% 0', transition: { ...transition, duration: 100 } },
        },
      ],
    },
    { actions: [] },
  ]);
});

test('a selector query without a component asks the page on top', async () => {
  const rect = await look<Facts>(
    phone.page,
    `new Promise((resolve) => wx.createSelectorQuery().select('#far').boundingClientRect(resolve).exec())`,
  );
  assert.equal(rect.height, 1200);
  assert.equal(rect.width, 390);
});

test('a video is found by its id, and one that is not there is told when it has to play', async () => {
  const opened = await openPhone('wx');
  const told = await look(
    opened.page,
    `(async () => {
      const before = wx.createVideoContext('film');
      await wx.navigateTo({ url: '/pages/second/second' });
      wx.createVideoContext('none').play();
      return [typeof wx.createVideoContext('film').play, before.pause()];
    })()`,
  );
  assert.deepEqual(told, ['function', undefined]);
  assert.deepEqual(
    (await opened.problems()).map(({ message }) => message),
    ['VideoContext.play: there is no <video id="none">'],
  );
  await opened.close();
});

test('nothing in this was a problem', async () => {
  assert.deepEqual(await phone.problems(), []);
});

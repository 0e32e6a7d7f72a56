import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';
import { call, look } from './call';

let phone: OpenedPhone;
before(async () => {
  phone = await openPhone('wx', { query: { device: 'one' } });
});
after(() => phone.close());

test('values come back as they were stored: texts, numbers, lists, dates, and copies of objects', async () => {
  const back = await look(
    phone.page,
    `(() => {
      const given = { list: [1, '二', null], nested: { ok: true } };
      wx.setStorageSync('object', given);
      given.list.push('later');
      wx.setStorageSync('date', new Date(1700000000000));
      wx.setStorageSync('number', 3.5);
      wx.setStorageSync('text', '{"not":"parsed"}');
      const date = wx.getStorageSync('date');
      return [wx.getStorageSync('object'), date instanceof Date, date.getTime(), wx.getStorageSync('number'), wx.getStorageSync('text')];
    })()`,
  );
  assert.deepEqual(back, [
    { list: [1, '二', null], nested: { ok: true } },
    true,
    1700000000000,
    3.5,
    '{"not":"parsed"}',
  ]);
});

test('a key without a value is an empty text for the Sync form and a failure for the other', async () => {
  assert.equal(await look(phone.page, `wx.getStorageSync('missing')`), '');
  const outcome = await call(phone.page, 'getStorage', { key: 'missing' });
  assert.equal(outcome.ok ? '' : outcome.error.errMsg, 'getStorage:fail data not found');
});

test('a value over 1 MB is refused and the old one stays', async () => {
  await look(phone.page, `wx.setStorageSync('big', 'small')`);
  const outcome = await call(phone.page, 'setStorage', { key: 'big', data: 'x'.repeat(1024 * 1024) });
  assert.equal(outcome.ok, false);
  assert.equal(await look(phone.page, `wx.getStorageSync('big')`), 'small');
});

test('all values together may have 10 MB and no more', async () => {
  const result = await look(
    phone.page,
    `(() => {
      wx.clearStorageSync();
      const nearlyOne = 'x'.repeat(1024 * 1024 - 10);
      for (let n = 0; n < 10; n += 1) wx.setStorageSync('part' + n, nearlyOne);
      let message = '';
      try { wx.setStorageSync('more', 'x'.repeat(1000)); } catch (error) { message = error.message; }
      const { currentSize, limitSize, keys } = wx.getStorageInfoSync();
      wx.clearStorageSync();
      return [message, currentSize, limitSize, keys.length, wx.getStorageInfoSync().currentSize];
    })()`,
  );
  assert.deepEqual(result, ['setStorageSync:fail exceed storage max size 10Mb', 10240, 10240, 10, 0]);
});

test('what was stored is there when the mini program starts again, at once', async () => {
  await look(phone.page, `wx.setStorageSync('kept', { since: 'yesterday' })`);
  await phone.page.reload();
  assert.deepEqual(await look(phone.page, '__phone.ready.then(() => getApp().atLaunch)'), {
    since: 'yesterday',
  });
});

test('once the phone says that all is written, it is there for whoever opens the device', async () => {
  await look(phone.page, `(wx.setStorageSync('last', 'word'), __phone.written())`);
  const again = await phone.context.newPage();
  await again.goto(`${phone.url}?automated=1&device=one`);
  assert.equal(await look(again, `__phone.ready.then(() => wx.getStorageSync('last'))`), 'word');
  await again.close();
});

test('a device is handed over with what its storage holds, until it has kept something itself', async () => {
  const other = await phone.context.newPage();
  const handed = encodeURIComponent(JSON.stringify({ kept: 'handed' }));
  await other.goto(`${phone.url}?automated=1&device=three&storage=${handed}`);
  assert.equal(await look(other, `__phone.ready.then(() => wx.getStorageSync('kept'))`), 'handed');
  await look(other, `wx.setStorageSync('kept', 'own')`);
  await other.reload();
  assert.equal(await look(other, `__phone.ready.then(() => wx.getStorageSync('kept'))`), 'own');
  await other.close();
});

test('two devices on one origin know nothing of each other', async () => {
  const other = await phone.context.newPage();
  await other.goto(`${phone.url}?automated=1&device=two`);
  assert.equal(await look(other, `__phone.ready.then(() => wx.getStorageSync('kept'))`), '');
  await look(other, `wx.setStorageSync('kept', 'two')`);
  assert.deepEqual(await look(phone.page, `wx.getStorageSync('kept')`), { since: 'yesterday' });
  await other.close();
});

test('many values are stored and read in one call', async () => {
  await call(phone.page, 'batchSetStorage', {
    kvList: [
      { key: 'a', value: 1 },
      { key: 'b', value: [2] },
    ],
  });
  assert.deepEqual(await look(phone.page, `wx.batchGetStorageSync(['a', 'b', 'c'])`), [1, [2], '']);
});

test('encrypted storage is refused by name', async () => {
  const outcome = await call(phone.page, 'setStorage', { key: 'a', data: 1, encrypt: true });
  assert.equal(
    outcome.ok ? '' : outcome.error.errMsg,
    'setStorage:fail encrypt is not supported by this phone',
  );
});

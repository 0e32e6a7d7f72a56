import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';
import { call, look } from './call';

let phone: OpenedPhone;
beforeEach(async () => {
  await phone?.close();
  phone = await openPhone('wx');
});
after(() => phone.close());

const routes = (): Promise<string[]> => look(phone.page, 'getCurrentPages().map((page) => page.route)');

test('navigateTo opens a page with its query as it was written, and its events reach the page that opened it', async () => {
  const heard = await look(
    phone.page,
    `new Promise((resolve) => {
      const heard = [];
      wx.navigateTo({
        url: '/pages/second/second?word=' + encodeURIComponent('你好'),
        events: { arrived: (data) => heard.push(data.word) },
        success: (result) => resolve([...heard, typeof result.eventChannel.emit, result.errMsg]),
      });
    })`,
  );
  assert.deepEqual(heard, [encodeURIComponent('你好'), 'function', 'navigateTo:ok']);
  assert.deepEqual(await routes(), ['pages/home/home', 'pages/second/second']);
});

test('navigateBack closes it, and fails on the first page', async () => {
  await call(phone.page, 'navigateTo', { url: '../second/second' });
  assert.deepEqual(await call(phone.page, 'navigateBack'), {
    ok: true,
    value: { errMsg: 'navigateBack:ok' },
  });
  assert.deepEqual(await routes(), ['pages/home/home']);
  const outcome = await call(phone.page, 'navigateBack');
  assert.equal(
    outcome.ok ? '' : outcome.error.errMsg,
    'navigateBack:fail cannot navigate back at first page.',
  );
});

test('a tab page is reached by switchTab and not by navigateTo', async () => {
  const refused = await call(phone.page, 'navigateTo', { url: '/pages/list/list' });
  assert.equal(refused.ok ? '' : refused.error.errMsg, 'navigateTo:fail can not navigateTo a tabbar page');
  await call(phone.page, 'switchTab', { url: '/pages/list/list' });
  assert.deepEqual(await routes(), ['pages/list/list']);
});

test('reLaunch and redirectTo replace what is open; a subpackage page is a page', async () => {
  await call(phone.page, 'navigateTo', { url: '/pages/second/second' });
  await call(phone.page, 'redirectTo', { url: '/packages/desk/pages/board/board' });
  assert.deepEqual(await routes(), ['pages/home/home', 'packages/desk/pages/board/board']);
  await call(phone.page, 'reLaunch', { url: '/pages/second/second' });
  assert.deepEqual(await routes(), ['pages/second/second']);
});

test('a page that does not exist is refused with its name', async () => {
  const outcome = await call(phone.page, 'navigateTo', { url: '/pages/none/none' });
  assert.equal(outcome.ok ? '' : outcome.error.errMsg, 'navigateTo:fail page "pages/none/none" is not found');
});

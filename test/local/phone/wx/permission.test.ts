import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';
import { begin, beginByTap, call, type Facts, look } from './call';

let phone: OpenedPhone;
beforeEach(async () => {
  phone = await openPhone('wx');
});
afterEach(async () => {
  assert.deepEqual(await phone.problems(), []);
  await phone.close();
});

const button = (name: string) => phone.page.getByRole('button', { name });

test('a scope is asked for once; what was allowed is remembered over a restart', async () => {
  const outcome = await begin(phone.page, 'authorize', { scope: 'scope.record' });
  await button('允许').click();
  assert.deepEqual(await outcome(), { ok: true, value: { errMsg: 'authorize:ok' } });
  assert.equal((await call(phone.page, 'authorize', { scope: 'scope.record' })).ok, true);
  await phone.page.reload();
  await look(phone.page, '__phone.ready');
  const setting = await call(phone.page, 'getSetting');
  assert.ok(setting.ok);
  assert.equal((setting.value.authSetting as Facts)['scope.record'], true);
});

test('a refusal is final until the settings page changes it', async () => {
  const outcome = await begin(phone.page, 'authorize', { scope: 'scope.writePhotosAlbum' });
  await button('拒绝').click();
  assert.deepEqual(await outcome(), { ok: false, error: { errMsg: 'authorize:fail auth deny', errno: 103 } });
  const again = await call(phone.page, 'authorize', { scope: 'scope.writePhotosAlbum' });
  assert.equal(again.ok, false);
  const setting = await begin(phone.page, 'openSetting');
  await phone.page.getByRole('switch', { name: '添加到相册' }).click();
  await button('返回').click();
  const changed = await setting();
  assert.ok(changed.ok);
  assert.equal((changed.value.authSetting as Facts)['scope.writePhotosAlbum'], true);
  assert.equal((await call(phone.page, 'authorize', { scope: 'scope.writePhotosAlbum' })).ok, true);
});

test('a scope that does not exist is refused', async () => {
  const outcome = await call(phone.page, 'authorize', { scope: 'scope.thoughts' });
  assert.equal(outcome.ok ? '' : outcome.error.errMsg, 'authorize:fail invalid scope "scope.thoughts"');
});

test('subscription messages are offered only in answer to a tap', async () => {
  const outcome = await call(phone.page, 'requestSubscribeMessage', { tmplIds: ['A'] });
  assert.equal(
    outcome.ok ? '' : outcome.error.errMsg,
    'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
  );
});

test('each template is chosen by itself; cancel refuses all of them', async () => {
  const outcome = await beginByTap(phone.page, 'requestSubscribeMessage', { tmplIds: ['A', 'B', 'A'] });
  assert.equal(await phone.page.getByRole('checkbox').count(), 3);
  await phone.page.getByRole('checkbox', { name: 'B' }).click();
  await button('允许').click();
  assert.deepEqual(await outcome(), {
    ok: true,
    value: { errMsg: 'requestSubscribeMessage:ok', A: 'accept', B: 'reject' },
  });
  const cancelled = await beginByTap(phone.page, 'requestSubscribeMessage', { tmplIds: ['A'] });
  await button('取消').click();
  assert.deepEqual(await cancelled(), {
    ok: true,
    value: { errMsg: 'requestSubscribeMessage:ok', A: 'reject' },
  });
});

test('a choice that is kept is not asked again, and stands in the settings', async () => {
  const outcome = await beginByTap(phone.page, 'requestSubscribeMessage', { tmplIds: ['A'] });
  await phone.page.getByRole('checkbox', { name: '总是保持以上选择' }).click();
  await button('允许').click();
  await outcome();
  const again = await beginByTap(phone.page, 'requestSubscribeMessage', { tmplIds: ['A'] });
  assert.deepEqual(await again(), { ok: true, value: { errMsg: 'requestSubscribeMessage:ok', A: 'accept' } });
  const setting = await call(phone.page, 'getSetting', { withSubscriptions: true });
  assert.ok(setting.ok);
  assert.deepEqual(setting.value.subscriptionsSetting, { mainSwitch: true, itemSettings: { A: 'accept' } });
});

test('with the main switch off, without templates, with too many or without a network it fails with its number', async () => {
  const failure = async (tmplIds: string[]): Promise<unknown[]> => {
    const outcome = await (await beginByTap(phone.page, 'requestSubscribeMessage', { tmplIds }))();
    return outcome.ok ? [] : [outcome.error.errCode, outcome.error.errMsg];
  };
  assert.deepEqual(await failure([]), [10001, "requestSubscribeMessage:fail TmplIds can't be empty"]);
  assert.equal((await failure(['1', '2', '3', '4', '5', '6']))[0], 20003);
  await look(phone.page, `__phone.setConditions({ network: 'none' })`);
  assert.equal((await failure(['1']))[0], 10002);
  await look(phone.page, `__phone.setConditions({ network: 'wifi' })`);
  const setting = await begin(phone.page, 'openSetting');
  await phone.page.getByRole('switch', { name: '接收通知' }).click();
  await button('返回').click();
  await setting();
  assert.equal((await failure(['1']))[0], 20004);
});

test('without a privacy check nothing has to be authorised', async () => {
  const outcome = await call(phone.page, 'getPrivacySetting');
  assert.ok(outcome.ok);
  assert.equal(outcome.value.needAuthorization, false);
});

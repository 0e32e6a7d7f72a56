import assert from 'node:assert/strict';
import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { cloudForTests, declare, invoke } from '../support/cloud';

const cloud = await cloudForTests({
  appid: 'wxTEST',
  functions: [
    declare('echo', { environment: { GREETING: 'hello' }, instances: 1 }),
    declare('behave', { instances: 1 }),
    declare('other', { file: declare('behave').file, environment: { OWN: '1' } }),
    declare('callback'),
  ],
});

interface Echo {
  event: Record<string, unknown>;
  identity: Record<string, string>;
  context: Record<string, unknown>;
  environment: Record<string, string>;
  now: number;
}

async function echo(data: unknown, openid?: string): Promise<Echo> {
  return invoke(cloud, 'echo', data, openid === undefined ? {} : { openid });
}

test('a function sees who calls in its context and in its environment', async () => {
  const seen = await echo({ a: 1 }, 'oALICE');
  assert.equal(seen.identity.WX_OPENID, 'oALICE');
  assert.equal(seen.identity.WX_APPID, 'wxTEST');
  assert.equal(seen.environment.WX_OPENID, 'oALICE');
  assert.deepEqual(seen.event, { a: 1, userInfo: { appId: 'wxTEST', openId: 'oALICE' } });
  assert.match(String(seen.context.environ), /(^|;)WX_OPENID=oALICE(;|$)/);
  assert.equal(seen.context.function_name, 'echo');
  assert.equal(seen.context.time_limit_in_ms, 3000);
});

test('the next caller is seen as themselves', async () => {
  await echo({}, 'oALICE');
  const seen = await echo({}, 'oBOB');
  assert.equal(seen.identity.WX_OPENID, 'oBOB');
  assert.equal(seen.environment.WX_OPENID, 'oBOB');
});

test('a key of the call before stays in a warm instance, and only the context tells the truth', async () => {
  await echo({}, 'oALICE');
  const seen = await echo({});
  assert.equal(seen.identity.WX_OPENID, undefined);
  assert.equal(seen.environment.WX_OPENID, 'oALICE');
});

test('userInfo that the client made up is replaced by the platform', async () => {
  const seen = await echo({ userInfo: { openId: 'oBOSS' } }, 'oALICE');
  assert.deepEqual(seen.event.userInfo, { appId: 'wxTEST', openId: 'oALICE' });
});

test('a function has its own variables and the platform’s, not those of the machine', async () => {
  process.env.A_SECRET_OF_THE_MACHINE = 'x';
  const { environment } = await echo({});
  delete process.env.A_SECRET_OF_THE_MACHINE;
  assert.equal(environment.GREETING, 'hello');
  assert.equal(environment.A_SECRET_OF_THE_MACHINE, undefined);
  assert.equal(environment.HOME, undefined);
  assert.equal(environment.TENCENTCLOUD_RUNENV, 'SCF');
});

test('what one function puts into its environment no other function sees', async () => {
  await cloud.invoke('behave', { do: 'setenv', name: 'LEAK', value: 'yes' });
  const other = await invoke<Record<string, string>>(cloud, 'other', { do: 'env' });
  assert.equal(other.LEAK, undefined);
  assert.equal(other.OWN, '1');
  assert.equal(process.env.LEAK, undefined);
});

test('an instance is warm: what the module holds is there for the next event', async () => {
  const first = Number(await cloud.invoke('behave', { do: 'count' }));
  assert.equal(await cloud.invoke('behave', { do: 'count' }), first + 1);
});

test('one instance works on one event at a time', async () => {
  const started = performance.now();
  await Promise.all([1, 2, 3].map(() => cloud.invoke('behave', { do: 'wait', ms: 40 })));
  assert.ok(performance.now() - started >= 115);
});

test('waiting calls get further instances', async () => {
  await Promise.all(Array.from({ length: 6 }, () => cloud.invoke('other', { do: 'wait', ms: 200 })));
  const counts = await Promise.all(
    Array.from({ length: 6 }, () => cloud.invoke('other', { do: 'wait', ms: 60 })),
  );
  assert.equal(counts.length, 6);
});

test('Date in a function follows the clock of the cloud, and is otherwise Date', async () => {
  const ahead = 40 * 24 * 3600 * 1000;
  await cloud.clock.advance(ahead);
  const dates = await invoke<Record<string, unknown>>(cloud, 'behave', { do: 'dates' });
  cloud.clock.reset();
  for (const shown of [dates.now, dates.made]) {
    assert.ok(Math.abs(Number(shown) - (Date.now() + ahead)) < 2_000);
  }
  assert.equal(new Date(String(dates.text)).getUTCDate(), new Date(Date.now() + ahead).getUTCDate());
  assert.deepEqual(
    { ...dates, now: 0, made: 0, text: '' },
    {
      now: 0,
      made: 0,
      text: '',
      given: 2,
      utc: 1577836800000,
      parsed: 1577836800000,
      isDate: true,
      name: 'Date',
      length: 7,
      subclass: true,
    },
  );
});

test('after a reset of the clock Date is the machine’s again', async () => {
  const dates = await invoke<Record<string, number>>(cloud, 'behave', { do: 'dates' });
  assert.ok(Math.abs((dates.now ?? 0) - Date.now()) < 2_000);
});

test('a function may answer by callback', async () => {
  assert.deepEqual(await cloud.invoke('callback', { say: 'hi' }), { heard: 'hi' });
  await assert.rejects(cloud.invoke('callback', { fail: true }), /called back/);
});

test('a new deployment replaces the code, and what was running ends on the old one', async () => {
  const running = cloud.invoke('behave', { do: 'wait', ms: 50 });
  await new Promise((resolve) => setTimeout(resolve, 10));
  await cloud.reload([declare('echo', { environment: { GREETING: 'new' } })]);
  assert.equal(await running, 'waited');
  assert.equal((await echo({})).environment.GREETING, 'new');
  await assert.rejects(cloud.invoke('behave', { do: 'count' }), { code: 'FUNCTION_NOT_FOUND' });
});

test('a bundle that was built anew is the new one in the next worker, though it is as long as the old one', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bundle-')), 'index.js');
  const build = (word: string): void => writeFileSync(file, `exports.main = async () => '${word}';`);
  build('old');
  const built = await cloudForTests({ functions: [declare('built', { file })] });
  // Two workers, one after the other: what the first one compiled is there for the second.
  for (let time = 0; time < 2; time += 1) {
    // Asked again, it has handed over what was compiled for its first answer.
    for (let asked = 0; asked < 2; asked += 1) assert.equal(await built.invoke('built', {}), 'old');
    await built.reload([declare('built', { file })]);
  }
  build('new');
  // Some file systems count in whole seconds, and a builder may be quicker.
  utimesSync(file, new Date(), new Date(Date.now() + 1_000));
  await built.reload([declare('built', { file })]);
  assert.equal(await built.invoke('built', {}), 'new');
});

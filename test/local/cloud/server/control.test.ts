import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloudForTests, declare, get, post } from '../support/cloud';

const cloud = await cloudForTests({
  functions: [declare('echo', { triggers: [{ name: 'hourly', cron: '0 0 * * * * *' }] })],
  fallback: (_request, response) => response.end('the stage'),
});
interface Called {
  result: { event: { TriggerName: string }; identity: Record<string, string> };
}
interface State {
  now: number;
  offset: number;
  functions: unknown;
  timers: { trigger: string; nextAt: number }[];
}
const at = (path: string): string => `${cloud.url}/control/${path}`;

test('the state names the time, the functions and their timers', async () => {
  const state = await get<State>(at('state'));
  assert.ok(Math.abs(Number(state.now) - Date.now()) < 2_000);
  assert.equal(state.offset, 0);
  assert.deepEqual(state.functions, [{ name: 'echo', instances: 0 }]);
  const [timer] = state.timers;
  assert.equal(timer?.trigger, 'hourly');
  assert.equal((timer?.nextAt ?? 1) % 3_600_000, 0);
});

test('the clock is moved, set and reset', async () => {
  const moved = await post<State>(at('clock'), { advanceMs: 3_600_000 });
  assert.equal(moved.offset, 3_600_000);
  assert.equal(cloud.logs.entries().filter(({ cause }) => cause === 'timer').length, 1);
  const later = Date.now() + 3 * 3_600_000;
  const set = await post<State>(at('clock'), { set: later });
  assert.ok(Math.abs(set.now - later) < 2_000);
  assert.equal((await post<State>(at('clock'), { reset: true })).offset, 0);
  assert.match(JSON.stringify(await post(at('clock'), {})), /advanceMs, set or reset/);
});

test('a session is issued that the gateway takes', async () => {
  const { token } = await post<{ token: string }>(at('session'), { openid: 'oALICE' });
  const headers = { 'x-local-session': token };
  const { result } = await post<Called>(`${cloud.url}/client/call`, { name: 'echo' }, headers);
  assert.equal(result.identity.WX_OPENID, 'oALICE');
});

test('a timer is fired and its answer comes back', async () => {
  const { result } = await post<Called>(at('timer'), { function: 'echo', trigger: 'hourly' });
  assert.equal(result.event.TriggerName, 'hourly');
});

test('faults are set, listed and cleared; what is not a fault is refused', async () => {
  const fault = { on: 'function', functionName: 'echo', effect: { type: 'fail', code: 'SYS_ERR' } };
  await post(at('faults'), fault);
  assert.deepEqual(cloud.faults.list(), [{ ...fault, skip: 0, times: 1 }]);
  await fetch(at('faults'), { method: 'DELETE' });
  assert.deepEqual(await get(at('faults')), { faults: [] });
  for (const wrong of [
    {},
    { on: 'moon', effect: { type: 'cut' } },
    { on: 'any', effect: { type: 'delay' } },
  ]) {
    assert.match(JSON.stringify(await post(at('faults'), wrong)), /INVALID_PARAM/);
  }
});

test('logs are read from a moment on', async () => {
  await cloud.clock.advance(24 * 3_600_000);
  await cloud.invoke('echo', {});
  const since = cloud.clock.now() + 1;
  await new Promise((resolve) => setTimeout(resolve, 3));
  await cloud.invoke('echo', {});
  assert.equal((await get<{ logs: unknown[] }>(at(`logs?since=${since}`))).logs.length, 1);
});

test('a listener sees logs, messages and the clock as they happen', async () => {
  const response = await fetch(at('events'));
  const reader = response.body?.getReader();
  assert.ok(reader);
  cloud.openApi.subscriptions.set('oALICE|tmpl', 1);
  await cloud.invoke('echo', {});
  await cloud.clock.advance(1);
  let text = '';
  while (!/event: log/.test(text) || (text.match(/event: clock/g) ?? []).length < 2) {
    const { value, done } = await reader.read();
    assert.ok(!done);
    text += Buffer.from(value).toString();
  }
  await reader.cancel();
});

test('verdicts of the content check are switched', async () => {
  await post(at('open-api'), { checkTexts: 'down' });
  assert.equal(cloud.openApi.checkTexts, 'down');
  assert.match(JSON.stringify(await post(at('open-api'), { checkTexts: 'maybe' })), /INVALID_PARAM/);
  await post(at('open-api'), { checkTexts: 'pass' });
});

test('routes that the cloud does not know belong to the fallback', async () => {
  assert.equal(await (await fetch(`${cloud.url}/index.html`)).text(), 'the stage');
  assert.match(await (await fetch(at('nothing'))).text(), /no route/);
});

test('without control its routes are not there', async () => {
  const closed = await cloudForTests({ control: false });
  assert.equal((await fetch(`${closed.url}/control/state`)).status, 404);
});

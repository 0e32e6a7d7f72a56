import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloudForTests, declare } from '../support/cloud';

test('where timers run by themselves, they do so as time passes', async () => {
  const everySecond = { name: 'tick', cron: '* * * * * * *' };
  const cloud = await cloudForTests({
    timers: true,
    functions: [declare('echo', { triggers: [everySecond] })],
  });
  await new Promise<void>((resolve) => {
    const stop = cloud.logs.onEntry(({ cause }) => {
      if (cause !== 'timer') return;
      stop();
      resolve();
    });
  });
  assert.equal(cloud.logs.entries()[0]?.status, 'OK');
});

test('where they do not, time passing alone runs nothing', async () => {
  const everySecond = { name: 'tick', cron: '* * * * * * *' };
  const cloud = await cloudForTests({ functions: [declare('echo', { triggers: [everySecond] })] });
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  assert.deepEqual(cloud.logs.entries(), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCloud } from '../../../../local/cloud/index';
import { cloudForTests, declare } from '../support/cloud';

test('a port in use is an error, and leaves nothing open behind it', async () => {
  const first = await cloudForTests();
  const port = Number(new URL(first.url).port);
  await assert.rejects(startCloud({ data: ':memory:', port }), { code: 'EADDRINUSE' });
});

test('a schedule that is none is an error at once, and the port is free again', async () => {
  const wrong = declare('echo', { triggers: [{ name: 'bad', cron: 'every day' }] });
  await assert.rejects(startCloud({ data: ':memory:', functions: [wrong] }), { code: 'INVALID_PARAM' });
});

test('closing twice is closing once, and a closed cloud runs nothing', async () => {
  const cloud = await startCloud({ data: ':memory:', functions: [declare('echo')] });
  await Promise.all([cloud.close(), cloud.close()]);
  await assert.rejects(cloud.invoke('echo', {}), { code: 'SYS_ERR' });
  await assert.rejects(fetch(cloud.url));
});

test('closing ends what is running', async () => {
  const cloud = await startCloud({ data: ':memory:', functions: [declare('behave')] });
  const hanging = assert.rejects(cloud.invoke('behave', { do: 'hang' }), { code: 'FUNCTIONS_EXECUTE_FAIL' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await cloud.close();
  await hanging;
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloudForTests, declare } from '../support/cloud';

const cloud = await cloudForTests({
  functions: [
    declare('behave', { timeoutSeconds: 1, instances: 1 }),
    declare('small', { file: declare('behave').file, memoryMb: 16, timeoutSeconds: 10 }),
    declare('broken'),
    declare('missing', { file: '/nowhere/at/all.js' }),
  ],
});

async function stillWorks(): Promise<void> {
  assert.equal(await cloud.invoke('behave', { do: 'wait', ms: 1 }), 'waited');
}

for (const deed of ['throw', 'reject', 'uncaught']) {
  test(`a function that fails by ${deed} is an execution failure with its own words`, async () => {
    await assert.rejects(cloud.invoke('behave', { do: deed }), {
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: /(thrown|rejected|uncaught) on purpose/,
    });
    await stillWorks();
  });
}

test('a process that exits fails its event and is replaced', async () => {
  await assert.rejects(cloud.invoke('behave', { do: 'exit' }), { code: 'FUNCTIONS_EXECUTE_FAIL' });
  await stillWorks();
});

for (const deed of ['hang', 'spin']) {
  test(`a function that does not end (${deed}) is ended at its time limit`, async () => {
    await assert.rejects(cloud.invoke('behave', { do: deed }), {
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Invoking task timed out after 1 seconds',
    });
    await stillWorks();
  });
}

test('a function that takes more memory than it has is ended', async () => {
  await assert.rejects(cloud.invoke('small', { do: 'memory' }), { code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' });
  assert.equal(await cloud.invoke('small', { do: 'wait', ms: 1 }), 'waited');
});

test('a reply of more than six megabytes is refused', async () => {
  const limit = 6 * 1024 * 1024;
  await assert.rejects(cloud.invoke('behave', { do: 'big', bytes: limit }), /body size is too long/);
  assert.equal(String(await cloud.invoke('behave', { do: 'big', bytes: limit - 100 })).length, limit - 100);
});

test('a reply that is not JSON is refused', async () => {
  await assert.rejects(cloud.invoke('behave', { do: 'cycle' }), /stringify response to json failed/);
});

test('an event of more than six megabytes is refused', async () => {
  await assert.rejects(cloud.invoke('behave', { do: 'count', fill: 'x'.repeat(6 * 1024 * 1024) }), {
    code: 'EXCEED_REQUEST_SIZE_LIMIT',
  });
});

test('a function that returns nothing answers null', async () => {
  assert.equal(await cloud.invoke('behave', { do: 'nothing' }), null);
});

test('a bundle that cannot be loaded says why, each time it is called', async () => {
  await assert.rejects(cloud.invoke('broken', {}), {
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: /cannot even load/,
  });
  await assert.rejects(cloud.invoke('broken', {}), /cannot even load/);
  await assert.rejects(cloud.invoke('missing', {}), /nowhere/);
});

test('a function that nobody declared is not found', async () => {
  await assert.rejects(cloud.invoke('nobody', {}), { code: 'FUNCTION_NOT_FOUND' });
});

test('a cloud is idle when nothing runs any more that nobody waits for', async () => {
  let answered = false;
  void cloud.invoke('behave', { do: 'wait', ms: 200 }).then(() => {
    answered = true;
  });
  await cloud.idle();
  assert.equal(answered, true);
});

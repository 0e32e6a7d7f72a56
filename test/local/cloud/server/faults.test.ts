import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Call, Effect, Fault } from '../../../../local/cloud/index';
import { cloudForTests, declare, invoke, post, sdk } from '../support/cloud';

const cloud = await cloudForTests({
  collections: { notes: { indexes: [] }, others: { indexes: [] } },
  functions: [declare('database'), declare('behave'), declare('echo')],
});
/** Gives up soon, because a fault of silence waits for exactly that. */
const app = sdk(cloud, 250);
const notes = app.database().collection('notes');
const { inc } = app.database().command;

async function stored(id: string): Promise<number | undefined> {
  const [document] = (await sdk(cloud).database().collection('notes').doc(id).get()).data;
  return document?.n;
}

function once(effect: Effect, more: Partial<Fault> = {}): void {
  cloud.faults.add({ on: 'database', action: 'database.modifyDocument', effect, ...more });
}

beforeEach(async () => {
  cloud.faults.clear();
  cloud.faults.onCall = undefined;
  await sdk(cloud).database().collection('notes').doc('a').set({ n: 0 });
});

test('a failure has the code it was given, and nothing is written', async () => {
  once({ type: 'fail', code: 'DATABASE_REQUEST_FAILED', message: 'disk is tired' });
  await assert.rejects(notes.doc('a').update({ n: inc(1) }), {
    code: 'DATABASE_REQUEST_FAILED',
    message: /disk is tired/,
  });
  assert.equal(await stored('a'), 0);
});

test('a conflict is the database’s own, and nothing is written', async () => {
  once({ type: 'conflict' });
  await assert.rejects(notes.doc('a').update({ n: inc(1) }), { code: 'DATABASE_TRANSACTION_CONFLICT' });
  assert.equal(await stored('a'), 0);
});

test('a call that times out before the write has written nothing', async () => {
  once({ type: 'timeout-before' });
  await assert.rejects(notes.doc('a').update({ n: inc(1) }), { code: 'ESOCKETTIMEDOUT' });
  assert.equal(await stored('a'), 0);
});

test('a call that times out after the write has written', async () => {
  once({ type: 'timeout-after' });
  await assert.rejects(notes.doc('a').update({ n: inc(1) }), { code: 'ESOCKETTIMEDOUT' });
  assert.equal(await stored('a'), 1);
});

test('a cut connection is an error of the network, with the write done or not as asked', async () => {
  once({ type: 'cut' });
  await assert.rejects(notes.doc('a').update({ n: inc(1) }), { code: 'ECONNRESET' });
  assert.equal(await stored('a'), 1);
  once({ type: 'cut', when: 'before' });
  await assert.rejects(notes.doc('a').update({ n: inc(1) }), { code: 'ECONNRESET' });
  assert.equal(await stored('a'), 1);
});

test('a duplicate delivery is done twice and answered once', async () => {
  once({ type: 'duplicate' });
  assert.equal((await notes.doc('a').update({ n: inc(1) })).updated, 1);
  assert.equal(await stored('a'), 2);
});

test('the second delivery of an insert fails where nobody sees it', async () => {
  once({ type: 'duplicate' }, { action: 'database.insertDocument' });
  const { id } = await notes.add({ n: 9 });
  assert.equal(await stored(String(id)), 9);
});

test('a delayed call is late and otherwise right', async () => {
  once({ type: 'delay', ms: 120 });
  const started = performance.now();
  assert.equal((await notes.doc('a').update({ n: inc(1) })).updated, 1);
  assert.ok(performance.now() - started >= 115);
});

test('a fault strikes as often as it says, after as many calls as it says', async () => {
  once({ type: 'fail', code: 'SYS_ERR' }, { skip: 1, times: 2 });
  const outcomes: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    const outcome = await notes
      .doc('a')
      .update({ n: inc(1) })
      .then(
        () => 'done',
        (error) => error.code,
      );
    outcomes.push(outcome);
  }
  assert.deepEqual(outcomes, ['done', 'SYS_ERR', 'SYS_ERR', 'done', 'done']);
});

test('a fault strikes only the collection and action that it names, until it is withdrawn', async () => {
  const withdraw = cloud.faults.add({
    on: 'database',
    collection: 'others',
    times: 5,
    effect: { type: 'fail', code: 'SYS_ERR' },
  });
  assert.equal((await notes.doc('a').update({ n: inc(1) })).updated, 1);
  const others = app.database().collection('others');
  await assert.rejects(others.count(), { code: 'SYS_ERR' });
  withdraw();
  assert.equal((await others.count()).total, 0);
});

test('a hook sees every call in order and decides what becomes of it', async () => {
  const seen: Call[] = [];
  cloud.faults.onCall = (call) => {
    seen.push(call);
    return call.action === 'database.removeDocument' ? { type: 'fail', code: 'SYS_ERR' } : undefined;
  };
  await notes.doc('a').get();
  await assert.rejects(notes.doc('a').remove(), { code: 'SYS_ERR' });
  await cloud.invoke('database', { do: 'inc', id: 'a' });
  assert.deepEqual(
    seen.map(({ on, action, collection, functionName }) => [on, action, collection, functionName]),
    [
      ['database', 'database.getDocument', 'notes', undefined],
      ['database', 'database.removeDocument', 'notes', undefined],
      ['function', 'functions.invokeFunction', undefined, 'database'],
      ['database', 'database.modifyDocument', 'notes', 'database'],
    ],
  );
  assert.equal(new Set(seen.map(({ requestId }) => requestId)).size, seen.length);
});

test('a fault can be for the calls of one function only', async () => {
  once({ type: 'fail', code: 'SYS_ERR' }, { functionName: 'database' });
  assert.equal((await notes.doc('a').update({ n: inc(1) })).updated, 1);
  const { code } = await invoke<{ code: string }>(cloud, 'database', { do: 'inc', id: 'a' });
  assert.equal(code, 'SYS_ERR');
});

test('the worker that makes a call dies after its write, or before it', async () => {
  once({ type: 'kill-worker' });
  await assert.rejects(cloud.invoke('database', { do: 'inc', id: 'a' }), { code: 'FUNCTIONS_EXECUTE_FAIL' });
  assert.equal(await stored('a'), 1);
  once({ type: 'kill-worker', when: 'before' });
  await assert.rejects(cloud.invoke('database', { do: 'inc', id: 'a' }), { code: 'FUNCTIONS_EXECUTE_FAIL' });
  assert.equal(await stored('a'), 1);
  assert.ok('ok' in Object(await cloud.invoke('database', { do: 'inc', id: 'a' })));
});

test('the worker that is invoked dies when all is done, or before anything is', async () => {
  const invocation = {
    on: 'function',
    functionName: 'database',
    action: 'functions.invokeFunction',
  } as const;
  once({ type: 'kill-worker' }, invocation);
  await assert.rejects(cloud.invoke('database', { do: 'inc', id: 'a' }), { code: 'FUNCTIONS_EXECUTE_FAIL' });
  assert.equal(await stored('a'), 1);
  once({ type: 'kill-worker', when: 'before' }, invocation);
  await assert.rejects(cloud.invoke('database', { do: 'inc', id: 'a' }), { code: 'FUNCTIONS_EXECUTE_FAIL' });
  assert.equal(await stored('a'), 1);
});

test('a function is delivered twice, or times out after its work, for whoever calls it', async () => {
  const invocation = {
    on: 'function',
    functionName: 'database',
    action: 'functions.invokeFunction',
  } as const;
  once({ type: 'duplicate' }, invocation);
  // With more patience: the worker is cold and has the SDK to load.
  await sdk(cloud).callFunction({ name: 'database', data: { do: 'inc', id: 'a' } });
  assert.equal(await stored('a'), 2);
  once({ type: 'timeout-after' }, invocation);
  await assert.rejects(cloud.invoke('database', { do: 'inc', id: 'a' }), { code: 'SERVER_TIMEOUT' });
  assert.equal(await stored('a'), 3);
  once({ type: 'cut', when: 'before' }, invocation);
  const headers = { 'x-local-session': cloud.session('oALICE') };
  const body = { name: 'database', data: { do: 'inc', id: 'a' } };
  await assert.rejects(post(`${cloud.url}/client/call`, body, headers), /fetch failed/);
  assert.equal(await stored('a'), 3);
});

test('an open API fails with WeChat’s own number', async () => {
  cloud.faults.add({
    on: 'open-api',
    action: 'security.msgSecCheck',
    effect: { type: 'fail', code: '45009' },
  });
  const asked = { do: 'check', content: 'x' };
  const { ok } = await invoke<{ ok: { result: { errcode: number } } }>(cloud, 'database', asked);
  assert.equal(ok.result.errcode, 45009);
});

test('storage fails as storage does', async () => {
  const cloudPath = 'f.txt';
  cloud.faults.add({ on: 'storage', action: 'storage.put', effect: { type: 'fail', code: 'SlowDown' } });
  await assert.rejects(app.uploadFile({ cloudPath, fileContent: Buffer.from('x') }), {
    code: 'STORAGE_REQUEST_FAIL',
    message: /SlowDown/,
  });
  const { fileID } = await app.uploadFile({ cloudPath, fileContent: Buffer.from('x') });
  cloud.faults.add({ on: 'storage', action: 'storage.get', effect: { type: 'fail', code: 'SlowDown' } });
  await assert.rejects(app.downloadFile({ fileID }), { code: 'STORAGE_REQUEST_FAIL' });
});

test('a fault for anything strikes the next call, whatever it is', async () => {
  cloud.faults.add({ on: 'any', effect: { type: 'fail', code: 'SYS_ERR' } });
  await assert.rejects(app.getTempFileURL({ fileList: ['cloud://x/y'] }), { code: 'SYS_ERR' });
  await app.getTempFileURL({ fileList: ['cloud://x/y'] });
});

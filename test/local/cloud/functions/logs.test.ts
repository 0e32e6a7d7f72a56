import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskPersonal } from '../../../../local/cloud/masking';
import { cloudForTests, declare } from '../support/cloud';

const cloud = await cloudForTests({ functions: [declare('behave', { timeoutSeconds: 1 })] });

const WX_OPENID = 'oabcdefghijklmnopqrstuvwxyz1';

async function logged(event: unknown, openid?: string) {
  await cloud.invoke('behave', event, openid === undefined ? {} : { openid }).catch(() => undefined);
  const entry = cloud.logs.entries().at(-1);
  assert.ok(entry);
  return entry;
}

test('each invocation has one entry with what it wrote, in order', async () => {
  const entry = await logged({ do: 'log', lines: ['first', 'second'] });
  assert.equal(entry.functionName, 'behave');
  assert.equal(entry.cause, 'client');
  assert.equal(entry.status, 'OK');
  const texts = entry.lines.map(({ level, text }) => `${level} ${text}`);
  assert.deepEqual(texts, [
    'info first',
    'info second',
    'warn careful',
    'error wrong { code: 7 }',
    'info straight out',
  ]);
});

test('an entry says which action was asked for, when it is only a name and comes first', async () => {
  assert.equal((await logged({ action: 'request.submit', do: 'count' })).asked, 'request.submit');
  assert.equal((await logged({ action: '住 402 那家', do: 'count' })).asked, '');
  assert.equal((await logged({ do: 'count', input: { action: 'inside' } })).asked, '');
});

test('a log holds no openid, phone or identity number, and says how many it left out', async () => {
  const lines = [
    'I am oLUCY in note_oLUCY_3',
    'call 13800138000 or +86 139-0013-9000',
    '11010519491231002X',
    WX_OPENID,
  ];
  const entry = await logged({ do: 'log', lines }, 'oLUCY');
  const text = JSON.stringify(entry);
  for (const secret of ['oLUCY', '13800138000', '139-0013-9000', '11010519491231002X', WX_OPENID]) {
    assert.ok(!text.includes(secret), secret);
  }
  assert.equal(entry.masked, 6);
});

test('the failure of a function is in its entry, as clean as the rest', async () => {
  const entry = await logged({ do: 'throw' });
  assert.equal(entry.status, 'FUNCTIONS_EXECUTE_FAIL');
  assert.match(entry.message, /thrown on purpose/);
});

test('a function that is ended at its time limit still has what it wrote', async () => {
  const entry = await logged({ do: 'hang' });
  assert.equal(entry.status, 'FUNCTIONS_TIME_LIMIT_EXCEEDED');
});

test('listeners hear of each entry until they stop', async () => {
  const heard: string[] = [];
  const stop = cloud.logs.onEntry(({ status }) => heard.push(status));
  await logged({ do: 'count' });
  stop();
  await logged({ do: 'count' });
  assert.deepEqual(heard, ['OK']);
});

test('numbers that are nobody’s stay readable', () => {
  for (const text of ['1700000000000', 'order 202611230001', 'id 5f1a13800138000b', '2026-11-23T07:15:00Z']) {
    assert.deepEqual(maskPersonal(text, new Set()), { text, masked: 0 });
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plan } from '../../../../local/cloud/index';
import { cloudForTests, declare, sdk } from '../support/cloud';

const byKind = {
  IndexName: 'kind',
  MgoKeySchema: { MgoIsUnique: false, MgoIndexKeys: [{ Name: 'kind', Direction: '1' as const }] },
};
const cloud = await cloudForTests({
  collections: { notes: { indexes: [byKind] } },
  functions: [declare('database')],
  scan: 'reject',
  scanLimit: 0,
});
const notes = sdk(cloud).database().collection('notes');
await notes.add(Array.from({ length: 20 }, (_, i) => ({ kind: i % 2 ? 'odd' : 'even', i })));

test('a reply says in a header how its query was served', async () => {
  const reply = await fetch(cloud.adminUrl, {
    method: 'POST',
    body: JSON.stringify({
      action: 'database.getDocument',
      collectionName: 'notes',
      queryType: 'WHERE',
      query: '{"kind":"odd"}',
      limit: 3,
    }),
  });
  const plan: Plan = JSON.parse(decodeURI(reply.headers.get('x-local-plan') ?? ''));
  assert.equal(plan.kind, 'IXSCAN');
  assert.equal(plan.index, 'kind');
  assert.equal(plan.returned, 3);
});

test('a listener hears the same, and which function asked', async () => {
  const heard: [string, string | undefined][] = [];
  const stop = cloud.onPlan((plan, functionName) => heard.push([plan.kind, functionName]));
  await notes.where({ kind: 'odd' }).get();
  await cloud.invoke('database', { do: 'inc', id: 'none' });
  stop();
  await notes.where({ kind: 'odd' }).get();
  assert.deepEqual(heard, [
    ['IXSCAN', undefined],
    ['IDHACK', 'database'],
  ]);
});

test('a query that no index serves is refused where scans are', async () => {
  await assert.rejects(notes.where({ i: 3 }).get(), { code: 'DATABASE_REQUEST_FAILED', message: /CollScan/ });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OperationsView } from '../../../miniprogram/contract/operations';
import { operationsLook } from '../../../miniprogram/packages/admin/operations/operations.view';

const NOW = Date.UTC(2026, 2, 4, 2);
const well: OperationsView = {
  tickAt: NOW - 30_000,
  stopped: false,
  late: [],
  failed: [],
  messages: { lost: 0, refused: 3 },
  unchecked: 2,
};

test('refusals and texts that wait for a person are everyday and no alarm', () => {
  const { fine, checks } = operationsLook(well, NOW);
  assert.equal(fine, true);
  assert.ok(checks.every(({ todo }) => todo === ''));
});

test('each trouble stands first and says what to do', () => {
  const cases: [Partial<OperationsView>, string][] = [
    [{ stopped: true, tickAt: null }, 'timer'],
    [{ stopped: true, tickAt: NOW - 3_600_000 }, 'timer'],
    [{ late: [{ what: 'requests', count: 2 }] }, 'late'],
    [{ failed: [{ what: 'inbox', count: 1 }] }, 'failed'],
    [{ messages: { lost: 1, refused: 0 } }, 'messages'],
  ];
  for (const [trouble, key] of cases) {
    const { fine, checks } = operationsLook({ ...well, ...trouble }, NOW);
    assert.equal(fine, false, key);
    assert.equal(checks[0]?.key, key);
    assert.notEqual(checks[0]?.todo, '');
  }
});

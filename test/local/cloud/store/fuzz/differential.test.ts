import assert from 'node:assert/strict';
import { test } from 'node:test';
import { round, type Tally } from './run';

/** `FUZZ=50000` for the long run; `FUZZ_SEED=7 FUZZ=300` to see one round again. */
const STEPS = Number(process.env.FUZZ ?? 1800);
const FIRST_SEED = Number(process.env.FUZZ_SEED ?? 1);
const STEPS_PER_ROUND = 300;

test(`the store answers ${STEPS} generated queries and updates as plain mingo does`, (context) => {
  const tally: Tally = { queries: 0, updates: 0, refused: 0, plans: {} };
  for (let i = 0; i * STEPS_PER_ROUND < STEPS; i++) round(FIRST_SEED + i, STEPS_PER_ROUND, tally);
  context.diagnostic(JSON.stringify(tally));
  assert.ok((tally.plans.IXSCAN ?? 0) > tally.queries / 5, 'indexes take part');
  assert.ok((tally.plans.OR ?? 0) > 0, 'unions take part');
  assert.ok(tally.refused < tally.updates / 3, 'most updates are carried out');
});

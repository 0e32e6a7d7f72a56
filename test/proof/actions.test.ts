import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { everything as table } from '../../cloudfunctions/entry/everything';
import { faultSweep } from './fault-sweep';
import { fuzz } from './fuzz';
import { matrix } from './matrix';
import { replay } from './replay';
import { CAST } from './row';
import { rows } from './rows/index';
import type { Proof, Stage } from './support/proof';
import { type ProofTown, proofTown } from './support/proof-town';
import { KINDS, proven } from './support/proven';

/**
 * Every action of the table, through the real SDK: who may do it, what comes of it when it is sent again, when
 * anything of it goes wrong, and when what is sent is malformed. Its scene is set once, and put back for each.
 */
const PROOFS: readonly Proof[] = [matrix, replay, faultSweep, fuzz];
const chosen = PROOFS.filter(({ kind }) => KINDS.length === 0 || KINDS.includes(kind));

test('every action of the table has its row, and no row is left over', () => {
  assert.deepEqual(Object.keys(rows).sort(), [...table.keys()].sort());
});

test('a row that says “others” says it of at least ten', () => {
  for (const [name, { expect }] of Object.entries(rows)) {
    const named = CAST.filter((actor) => actor in expect);
    if ('others' in expect) assert.ok(CAST.length - named.length >= 10, `${name} names ${named.join()}`);
  }
});

describe('every action', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  after(() => t.close());

  for (const [place, one] of proven.entries()) {
    const proofs = chosen.filter(({ reads }) => reads || one.action.kind === 'write');
    if (proofs.length === 0) continue;
    describe(one.name, () => {
      let stage: Stage;
      before(async () => {
        await t.begin();
        const scene = await one.scene(t);
        stage = { t, one, place, scene, kept: t.keep() };
      });
      afterEach(() => stage.kept.restore());
      after(() => stage.kept.release());
      for (const { says, prove } of proofs) test(`${one.name}: ${says}`, () => prove(stage));
    });
  }
});

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { everything as table } from '../../cloudfunctions/entry/everything';
import { count } from '../support/counts';
import { newRid } from '../support/town';
import { CAST } from './row';
import { rows } from './rows/index';
import { changes, dump } from './support/dump';
import { type ProofTown, proofTown } from './support/proof-town';
import { proven } from './support/proven';

/** Role × relation × action: who may do what, every cell through the real SDK. */
describe('who may do what', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown();
  });
  after(() => t.close());

  test('every action of the table has its row, and no row is left over', () => {
    assert.deepEqual(Object.keys(rows).sort(), [...table.keys()].sort());
  });

  test('a row that says “others” says it of at least ten', () => {
    for (const [name, { expect }] of Object.entries(rows)) {
      const named = CAST.filter((actor) => actor in expect);
      if ('others' in expect) assert.ok(CAST.length - named.length >= 10, `${name} names ${named.join()}`);
    }
  });

  for (const { name, action, scene, expected, tries } of proven) {
    test(`${name} does for each of the cast what its row says, and a refusal changes nothing`, async () => {
      await t.begin();
      const { by, input, rid } = await scene(t);
      assert.equal(expected.get(by), 'ok', `${by} is to succeed in the scene of ${name}`);
      const kept = t.keep();
      const standing = dump(t);
      const wrong: string[] = [];
      for (const [actor, verdict] of expected) {
        const reply = await t.as(actor).ask(name, input, rid ?? newRid());
        const got = reply.ok ? 'ok' : reply.refusal.code;
        if (got !== verdict) wrong.push(`${name}, ${actor}: expected ${verdict}, got ${got}`);
        count('cells');
        const known = (key: string) =>
          (action.allow === 'person' && isPerson(key)) ||
          (tries !== undefined && key.startsWith(`${tries}/`));
        const changed = kept.isWritten() ? changes(standing, dump(t), known) : '';
        if (changed !== '' && (got !== 'ok' || action.kind === 'read'))
          wrong.push(`${name}, ${actor}: got ${got}, and yet it changed ${changed}`);
        await kept.restore();
      }
      kept.release();
      assert.equal(wrong.join('\n'), '');
    });
  }
});

/** Whoever does something for the first time becomes known by it, also when it is then refused. */
const isPerson = (key: string) => key.startsWith('accounts/') || /^persons\/(?!sample_)/.test(key);

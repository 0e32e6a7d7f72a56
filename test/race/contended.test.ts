import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { everything as table } from '../../cloudfunctions/entry/everything';
import { type ProofTown, proofTown } from '../proof/support/proof-town';
import { count } from '../support/counts';
import { RACES } from './races/index';
import { ordersOf, race } from './races/meeting';
import type { Contest } from './races/race';

/** The commands of one race run it together: it stands in the list once for each of them. */
const contests = new Map<Contest, string[]>();
for (const [name, contest] of Object.entries(RACES))
  contests.set(contest, [...(contests.get(contest) ?? []), name]);

describe('what two want at the same moment', () => {
  let t: ProofTown;
  before(async () => {
    t = await proofTown({ instances: 4 });
  });
  after(() => t.close());

  test('every command that the action table declares contended has its race, and no other', () => {
    const declared = [...table.values()].filter(({ contended }) => contended).map(({ name }) => name);
    assert.deepEqual(Object.keys(RACES).sort(), declared.sort());
  });

  test('every way in which an action is contended is said of a write', () => {
    for (const { name, kind, contended } of table.values()) if (contended) assert.equal(kind, 'write', name);
  });

  for (const [contest, names] of contests) {
    const title = names.join(', ');
    test(`${title}: rivals who have all decided and write in any order leave one sound outcome`, async () => {
      await t.begin();
      const what = await contest(t);
      for (const name of names)
        assert.ok(
          what.rivals.some((rival) => rival.name === name),
          `nobody does ${name}`,
        );
      const kept = t.keep();
      for (const order of ordersOf(what.rivals.length)) {
        const outcome = await race(t, what, order, { guarded: true });
        const told = JSON.stringify(outcome.replies.map((reply) => (reply.ok ? 'ok' : reply.refusal.code)));
        assert.ok(outcome.met >= 2, `order ${order}: ${outcome.met} met at ${what.prize}`);
        assert.doesNotMatch(told, /INTERNAL|BUSY/, `order ${order}`);
        assert.equal(what.trouble(outcome), '', `order ${order}: told ${told}`);
        count('races');
        await kept.restore();
      }
      kept.release();
    });

    test(`${title}: without the guard the same race is lost (the control)`, async () => {
      await t.begin();
      const what = await contest(t);
      const kept = t.keep();
      const troubles: string[] = [];
      for (const order of ordersOf(what.rivals.length)) {
        troubles.push(what.trouble(await race(t, what, order, { guarded: false })));
        await kept.restore();
      }
      kept.release();
      count('controls');
      assert.notDeepEqual(
        troubles.filter((trouble) => trouble !== ''),
        [],
        'nothing went wrong without the guard: this race proves nothing',
      );
      if (process.env['PROOF_SHOW'] !== undefined)
        console.log(`${title}: ${[...new Set(troubles)].join(' · ')}`);
    });
  }
});

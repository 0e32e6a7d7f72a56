import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import type { ServiceRequest } from '../../cloudfunctions/service/request/model';
import { wish } from '../functions/wish';
import { count } from '../support/counts';
import { type Town, town } from '../support/town';
import { sdkFor } from './control';

describe('claiming and accepting at once, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town({ instances: 4 });
  });
  after(() => t.close());

  async function hang(): Promise<string> {
    const { id } = await t.as('elder').call('request.submit', wish);
    await t
      .as('dispatcher')
      .call('request.publish', { id, title: '上门理发', publicText: '想剪头发', category: 'elder_care' });
    return id;
  }
  const stored = (id: string) =>
    t.store.find('requests', { _id: id }).documents[0] as unknown as ServiceRequest;

  test('of three who claim the same wish at once one has it, and the others are told kindly', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await hang();
      count('races');
      const replies = await Promise.all(
        ['member', 'member-b', 'grid'].map((who) =>
          t.as(who).ask('request.claim', { id, promisedFor: t.clock.now() + DAY }),
        ),
      );
      assert.equal(replies.filter((reply) => reply.ok).length, 1);
      for (const reply of replies) if (!reply.ok) assert.equal(reply.refusal.code, 'CLAIMED_BY_OTHER');
      assert.equal(stored(id).timeline.filter((entry) => entry.command === 'claim').length, 1);
    }
  });

  test('control: without the version in the condition two have the same wish', async () => {
    const id = await hang();
    const database = sdkFor(t);
    const seen = stored(id);
    // Read, decide, write back: what everybody writes first.
    const claim = (who: string) =>
      database
        .collection('requests')
        .where({ _id: id })
        .options({ multiple: false })
        .update({ helperId: who, state: 'claimed' });
    assert.equal(seen.state, 'open');
    const replies = await Promise.all([claim('a'), claim('b')]);
    assert.deepEqual(
      replies.map((reply) => Reflect.get(reply, 'updated')),
      [1, 1],
      'both were told that it is theirs',
    );
  });

  test('a withdrawal and a claim at once leave one outcome that both are told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await hang();
      await Promise.all([
        t.as('member').ask('request.claim', { id, promisedFor: t.clock.now() + DAY }),
        t.as('elder').ask('request.withdraw', { id }),
      ]);
      const { state, timeline } = stored(id);
      assert.equal(state, 'withdrawn', 'a resident may withdraw before and after');
      assert.equal(timeline.filter((entry) => entry.command === 'withdraw').length, 1);
    }
  });
});

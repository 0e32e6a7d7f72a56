import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY } from '../../cloudfunctions/core/calendar';
import type { Session } from '../../cloudfunctions/school/session/model';
import { SAMPLE_TEACHER } from '../../database/seed/samples/teachers';
import { planFor } from '../functions/plan';
import { count } from '../support/counts';
import { type Town, town } from '../support/town';
import { sdkFor } from './control';

describe('two offices schedule the same evening at once, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town({ instances: 4 });
  });
  after(() => t.close());

  const classesAt = (startsAt: number) =>
    ['branch-jianguo', 'main'].flatMap(
      (venueId) => t.store.find('sessions', { venueId, startsAt }).documents as unknown as Session[],
    );
  const draft = (who: string, change: object) =>
    t.as(who).ask('session.draft', { id: null, version: 0, plan: { ...planFor(t), ...change } });

  test('of four who want the same room one has it, and the others are told what is there', async () => {
    for (let round = 0; round < 4; round += 1) {
      const startsAt = planFor(t).startsAt + round * DAY;
      count('races');
      const replies = await Promise.all(
        ['office', 'host', 'office', 'host'].map((who) => draft(who, { startsAt, teacherId: null })),
      );
      assert.equal(replies.filter((reply) => reply.ok).length, 1);
      for (const reply of replies) if (!reply.ok) assert.equal(reply.refusal.code, 'VENUE_TAKEN');
      assert.equal(classesAt(startsAt).length, 1);
    }
  });

  test('the same teacher in two rooms at once: one wins, and the loser keeps no room', async () => {
    for (let round = 0; round < 4; round += 1) {
      const startsAt = planFor(t).startsAt + (10 + round) * DAY;
      count('races');
      const replies = await Promise.all(
        ['branch-jianguo', 'main'].map((venueId) => draft('office', { startsAt, venueId })),
      );
      assert.equal(replies.filter((reply) => reply.ok).length, 1);
      const [won] = classesAt(startsAt);
      const free = won?.venueId === 'main' ? 'branch-jianguo' : 'main';
      const after = await draft('office', { startsAt, venueId: free, teacherId: null });
      assert.equal(after.ok, true, 'the room of the loser is free');
    }
  });

  test('control: who looks first and writes then has the room twice', async () => {
    const startsAt = planFor(t).startsAt + 20 * DAY;
    const sessions = sdkFor(t).collection('sessions');
    const look = async () => (await sessions.where({ venueId: 'main', startsAt }).get()).data.length === 0;
    const seen = await Promise.all([look(), look()]);
    assert.deepEqual(seen, [true, true], 'both find it free');
    const write = (id: string) =>
      sessions.add({ _id: id, venueId: 'main', startsAt, teacherId: SAMPLE_TEACHER, people: [] });
    await Promise.all([write('control-a'), write('control-b')]);
    assert.equal(classesAt(startsAt).length, 2);
  });
});

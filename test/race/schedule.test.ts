import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { FACULTY_SOURCES } from '@contract/words';
import { DAY, startOfMonth, timeOnDay } from '../../cloudfunctions/core/calendar';
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

  test('a walk and a class want the last place of a storyteller\u2019s month: one has it, in whatever order they come [S23]', async () => {
    const { id: teacherId, code } = await t.as('office').call('faculty.add', {
      name: '样例老教师',
      batch: 'assigned',
      source: FACULTY_SOURCES.assigned[0],
      engagement: 'part_time',
      styles: [],
    });
    await t.as('storyteller').call('faculty.agree', { code });
    const group = { half: 'morning', size: 4, group: '样例支部', communityId: 'jianguo' } as const;
    const stopId = 'stop-sample';
    const walk = (day: number) => t.as('resident').ask('walk.book', { stopId, day, ...group });
    const taught = (day: number) =>
      draft('office', { teacherId, venueId: 'main', startsAt: timeOnDay(day, '16:00') });
    // Of two places one is taken already, by a walk in the one month, by a class in the other.
    for (const ahead of [1, 2]) {
      const first = startOfMonth(t.clock.now(), ahead);
      const days = [3, 10, 17].map((day) => first + day * DAY);
      const [one = 0, two = 0, three = 0] = days;
      if (ahead === 1) assert.equal((await walk(one)).ok, true);
      else assert.equal((await taught(one)).ok, true);
      count('races');
      const replies = await Promise.all([walk(two), taught(three)]);
      assert.equal(replies.filter((reply) => reply.ok).length, 1, `of month ${ahead}`);
      for (const reply of replies)
        if (!reply.ok) assert.match(reply.refusal.code, /^(STOP_FULL|TEACHER_FULL)$/);
      const stop = await t.as('stranger').call('route.stop', { id: stopId });
      assert.deepEqual([stop.months[ahead]?.state, stop.months[ahead]?.left], ['full', 0]);
    }
  });

  test('what a class gives up of a storyteller\u2019s month is free for a walk, and the room of a refused class is free', async () => {
    const stopId = 'stop-sample';
    const month = async () => (await t.as('stranger').call('route.stop', { id: stopId })).months[2];
    const startsAt = timeOnDay(startOfMonth(t.clock.now(), 2) + 24 * DAY, '16:00');
    const classes = t.store.find('sessions', { venueId: 'main' }, { limit: 100 })
      .documents as unknown as Session[];
    const second = startOfMonth(t.clock.now(), 2);
    const held = classes.find(
      (one) => one.startsAt > second && one.teacherId !== undefined && one.teacherId !== SAMPLE_TEACHER,
    );
    assert.ok(held?.teacherId);
    const wish = { venueId: 'main', startsAt };
    const refused = await draft('office', { ...wish, teacherId: held.teacherId });
    assert.equal(!refused.ok && refused.refusal.code, 'TEACHER_FULL');
    assert.equal((await draft('office', { ...wish, teacherId: null })).ok, true);
    await t.as('office').call('session.cancel', { id: held._id, reason: '不排了' });
    assert.equal((await month())?.left, 1);
  });
});

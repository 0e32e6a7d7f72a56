import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DAY, MINUTE } from '../../cloudfunctions/core/calendar';
import { type Town, town } from '../support/town';
import { wish } from './wish';

/** A wish of the elder on the wall, in a category that 重温入党志愿 (vow) is of use for. */
async function hung(t: Town, text: string, category: 'elder_care' | 'child_care' = 'elder_care') {
  const { id } = await t.as('elder').call('request.submit', { ...wish, text });
  await t.as('dispatcher').call('request.publish', { id, title: text, publicText: text, category });
  return id;
}

async function inTown(run: (t: Town) => Promise<void>): Promise<void> {
  const t = await town();
  try {
    await run(t);
  } finally {
    await t.close();
  }
}

/** Half an hour before the end of the sample class. */
async function nearEnd(t: Town) {
  const { endsAt, courseId } = await t.as('resident').call('session.get', { id: 's-now' });
  await t.clock.set(endsAt - 30 * MINUTE);
  return courseId;
}

describe('learning put to use', () => {
  test('in its last half hour a class shows up to three wishes of neighbours that fit it, and none before', () =>
    inTown(async (t) => {
      const fitting: string[] = [];
      for (const text of ['想剪头发', '想有人念报', '想换个灯泡', '想晒被子'])
        fitting.push(await hung(t, text));
      const other = await hung(t, '想找人看娃', 'child_care');
      const early = await t.as('member').call('relay.session', { id: 's-now' });
      assert.deepEqual(early.wishes, []);
      await nearEnd(t);
      const { wishes } = await t.as('member').call('relay.session', { id: 's-now' });
      assert.equal(wishes.length, 3);
      assert.ok(wishes.every(({ id }) => fitting.includes(id) && id !== other));
      assert.deepEqual(
        (await t.as('elder').call('relay.session', { id: 's-now' })).wishes,
        [],
        'not one’s own',
      );
      await t.clock.advance(9 * DAY);
      assert.deepEqual((await t.as('member').call('relay.session', { id: 's-now' })).wishes, []);
    }));

  test('only what the resident confirmed is said of a course; what is reopened or taken elsewhere is not', () =>
    inTown(async (t) => {
      const id = await hung(t, '想剪头发');
      const elsewhere = await hung(t, '想换个灯泡');
      const sourceCourseId = await nearEnd(t);
      const confirmed = async () =>
        (await t.as('member').call('relay.course', { id: sourceCourseId })).confirmed;
      const promisedFor = t.clock.now() + DAY;
      const bad = await t
        .as('member')
        .refused('request.claim', { id, promisedFor, sourceCourseId: 'nothing' });
      assert.deepEqual([bad.code, bad.field], ['INVALID_INPUT', 'sourceCourseId']);
      await t.as('member').call('request.claim', { id, promisedFor, sourceCourseId });
      await t.as('member-b').call('request.claim', { id: elsewhere, promisedFor });
      for (const [who, one] of [
        ['member', id],
        ['member-b', elsewhere],
      ] as const) {
        await t.as(who).call('request.contact', { id: one, note: '' });
        await t.as(who).call('request.deliver', { id: one, note: '' });
      }
      assert.equal(await confirmed(), 0, 'done is not confirmed');
      for (const one of [id, elsewhere])
        await t.as('elder').call('request.confirm', { id: one, level: null, words: '' });
      assert.equal(await confirmed(), 1);
      await t.as('elder').call('request.reopen', { id, words: '又不行了', changePerson: false });
      assert.equal(await confirmed(), 0);
    }));
});

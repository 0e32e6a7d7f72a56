import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { HOUR } from '../../cloudfunctions/core/calendar';
import facts from '../../database/seed/facts.json' with { type: 'json' };
import type { InputOf } from '../../miniprogram/contract/actions';
import { FACULTY_BATCHES, FACULTY_PLACES, FACULTY_SOURCES } from '../../miniprogram/contract/words';
import { newRid, type Town, town } from '../support/town';

const somebody: InputOf<'faculty.add'> = {
  name: '样例新讲师',
  batch: 'invited',
  source: '先进模范人物',
  engagement: 'special',
  styles: ['plain_words'],
};

describe('师资, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  test('three batches with their eight sources, and 16 + 13 places that are empty until somebody real fills them [S33] [S34] [S35] [S36] [S37]', async () => {
    assert.deepEqual(FACULTY_BATCHES, { selected: '选聘', invited: '邀请', assigned: '选派' });
    // The seed was typed with narrow brackets; between Chinese characters they are wide.
    const wide = JSON.stringify(facts.faculty.batches).replaceAll('(', '（').replaceAll(')', '）');
    assert.deepEqual(FACULTY_SOURCES, JSON.parse(wide));
    assert.equal(Object.values(FACULTY_SOURCES).flat().length, 8);
    assert.deepEqual(FACULTY_PLACES, {
      part_time: facts.faculty.partTime,
      special: facts.faculty.special,
    });
    const { teachers, places } = await t.as('stranger').call('faculty.list', {});
    assert.ok(
      teachers.every(({ sample }) => sample),
      'nobody is invented',
    );
    assert.deepEqual(
      places.map(({ target, empty }) => [target, empty]),
      [
        [16, 16],
        [13, 13],
      ],
    );
  });

  test('the office adds somebody, who appears only after their own word with the code, and can go again [S34] [S35] [S36]', async () => {
    assert.equal((await t.as('host').refused('faculty.add', somebody)).code, 'NOT_ALLOWED');
    const wrong = await t.as('office').refused('faculty.add', { ...somebody, batch: 'assigned' });
    assert.deepEqual([wrong.code, wrong.field], ['INVALID_INPUT', 'source'], 'a source belongs to its batch');
    const rid = newRid();
    const added = await t.as('office').call('faculty.add', somebody, rid);
    assert.deepEqual(await t.as('office').call('faculty.add', somebody, rid), added, 'a replay adds nobody');
    const shown = async () =>
      (await t.as('stranger').call('faculty.list', {})).teachers.some(({ id }) => id === added.id);
    assert.equal(await shown(), false);
    const { code } = await t.as('office').call('faculty.invite', { id: added.id });
    assert.equal(
      (await t.as('elder').refused('faculty.agree', { code: added.code })).code,
      'CODE_WRONG',
      'the newest code counts',
    );
    const desk = await t.as('elder').call('faculty.agree', { code });
    assert.equal(desk.consent, 'given');
    assert.equal(await shown(), true);
    const { places } = await t.as('stranger').call('faculty.list', {});
    assert.equal(places[1]?.empty, 12);
    assert.equal((await t.as('resident').refused('faculty.agree', { code })).code, 'CODE_WRONG');
    const gone = { id: added.id, given: false };
    assert.equal((await t.as('office').refused('faculty.consent', gone)).code, 'NOT_ALLOWED');
    await t.as('elder').call('faculty.consent', gone);
    assert.equal(await shown(), false);
  });

  test('a name that WeChat refuses, or cannot read, is not kept: it becomes public with one word of somebody else', async () => {
    const count = async () => (await t.as('office').call('faculty.desk', {})).others.length;
    const known = await count();
    try {
      for (const [answer, code] of [
        ['risky', 'TEXT_REFUSED'],
        ['down', 'TEXT_UNCHECKED'],
      ] as const) {
        t.openApi.checkTexts = answer;
        const refused = await t.as('office').refused('faculty.add', somebody);
        assert.deepEqual([refused.code, refused.field], [code, 'name']);
      }
    } finally {
      t.openApi.checkTexts = 'pass';
    }
    assert.equal(await count(), known);
  });

  test('a teacher says when they are free; a class at another hour is marked on the desk, and nobody else may say it for them', async () => {
    const before = (await t.as('teacher').call('faculty.desk', {})).mine[0];
    assert.ok(before && before.classes.length > 0);
    assert.ok(before.classes.every(({ conflicts }) => !conflicts.includes('not_free')));
    const all = [1, 2, 3, 4, 5, 6, 7] as const;
    const slots = all.map((weekday) => `${weekday}-morning` as const);
    const id = before.id;
    assert.equal((await t.as('resident').refused('faculty.slots', { id, slots })).code, 'NOT_ALLOWED');
    const after = await t.as('teacher').call('faculty.slots', { id, slots });
    assert.deepEqual(after.slots, slots);
    const other = await t.as('office').call('faculty.desk', {});
    assert.equal(other.canAdd, true);
    assert.deepEqual(other.others.find((one) => one.id === id)?.slots, slots);
    assert.deepEqual((await t.as('resident').call('faculty.desk', {})).others, []);
  });

  test('who was in the class says one sentence when it is over; the teacher and the office read it, without a name and without a number [S38]', async () => {
    const fresh = await town();
    try {
      const say = { sessionId: 's-now', text: '讲得明白，回家就用上了' };
      const { startsAt, endsAt } = await fresh.as('resident').call('session.take', { id: 's-now' });
      assert.equal((await fresh.as('resident').refused('faculty.thank', say)).code, 'NOT_ALLOWED');
      const { code: venueCode } = await fresh.as('resident').call('venue.get', { id: 'branch-jianguo' });
      await fresh.clock.set(startsAt - 60_000);
      const by = { way: 'poster', venueCode } as const;
      await fresh.as('resident').call('session.check_in', { id: 's-now', by });
      const early = await fresh.as('resident').refused('faculty.thank', say);
      assert.deepEqual([early.code, early.at], ['AFTER_CLASS', endsAt]);
      await fresh.clock.set(endsAt + HOUR);
      await fresh.as('resident').call('faculty.thank', say);
      const second = await fresh.as('resident').call('faculty.thank', { ...say, text: '再说一句' });
      assert.equal(second.text, say.text, 'the first sentence stands');
      assert.equal((await fresh.as('member').refused('faculty.thank', say)).code, 'NOT_ALLOWED');
      assert.deepEqual((await fresh.as('office').call('faculty.desk', {})).unaddressed, []);
      for (const key of ['teacher', 'office']) {
        const { mine, others } = await fresh.as(key).call('faculty.desk', {});
        const [sentence] = [...mine, ...others].flatMap((desk) => desk.thanks);
        assert.equal(sentence?.text, say.text);
        assert.deepEqual(Object.keys(sentence ?? {}).sort(), ['at', 'id', 'text', 'title']);
      }
    } finally {
      await fresh.close();
    }
  });
});

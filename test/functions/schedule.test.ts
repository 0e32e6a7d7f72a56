import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY, HOUR } from '../../cloudfunctions/core/calendar';
import type { Session } from '../../cloudfunctions/school/session/model';
import { sdkFor } from '../race/control';
import { type Town, town } from '../support/town';
import { approved, drafted, planFor, published } from './plan';
import { storedOf } from './stored';

describe('从排课到上课, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const stored = (id: string) => storedOf<Session>(t, 'sessions', id);
  const news = async (key: string) => (await t.as(key).call('me.inbox', { after: null })).items;

  test('a class goes draft → review → approved → published → sign-up, and nobody sees it before it is published [S51]', async () => {
    const id = await drafted(t, { cohort: 1 });
    assert.equal((await t.as('resident').refused('session.get', { id })).code, 'NOT_FOUND');
    const others = await drafted(t, { hostId: null, startsAt: planFor(t).startsAt + 33 * DAY });
    const unknown = await t.as('host').refused('session.console', { id: others });
    assert.equal(unknown.code, 'NOT_FOUND', 'another host does not even learn that it is planned');
    assert.equal((await t.as('office').call('session.console', { id: others })).session.id, others);
    assert.equal((await t.as('office').refused('session.publish', { id })).code, 'NOT_NOW');
    await t.as('host').call('session.submit', { id });
    const back = await t.as('committee').call('session.return', { id, reason: '讲义还没看' });
    assert.deepEqual([back.state, back.returned], ['draft', '讲义还没看']);
    await t.as('office').call('session.submit', { id });
    const ok = await t.as('committee').call('session.approve', { id });
    assert.deepEqual([ok.state, ok.returned, ok.cohort], ['approved', '', 1]);
    const out = await t.as('office').call('session.publish', { id });
    assert.equal(out.state, 'open');
    const view = await t.as('resident').call('session.take', { id });
    assert.equal(view.mine.is, 'seated');
    assert.ok((await news('teacher')).some(({ title }) => title === '课排上了'));
    assert.ok((await news('host')).some(({ title }) => title === '课排上了'));
  });

  test('a draft is changed with the version that was seen, and only while it is one', async () => {
    const id = await drafted(t, { startsAt: planFor(t).startsAt + DAY });
    const plan = { ...planFor(t), capacity: 10, startsAt: planFor(t).startsAt + 2 * DAY };
    const seen = await t.as('office').call('session.sheet', { id });
    const changed = await t.as('office').call('session.draft', { id, version: seen.version, plan });
    assert.equal(changed.capacity, 10);
    assert.equal(
      (await t.as('office').refused('session.draft', { id, version: seen.version, plan })).code,
      'STALE',
    );
    await t.as('office').call('session.submit', { id });
    const late = await t.as('office').refused('session.draft', { id, version: 99, plan });
    assert.equal(late.code, 'NOT_NOW');
    const past = { ...plan, startsAt: t.clock.now() - HOUR };
    assert.equal(
      (await t.as('office').refused('session.draft', { id: null, version: 0, plan: past })).code,
      'TIME_UNFIT',
    );
  });

  test('sign-up opens by itself at its hour, or by hand before', async () => {
    const signUpAt = t.clock.now() + DAY;
    const startsAt = planFor(t).startsAt + 3 * DAY;
    const id = await published(t, { signUpAt, startsAt });
    assert.equal(stored(id).state, 'published');
    assert.equal((await t.as('member').refused('session.take', { id })).code, 'SESSION_NOT_OPEN');
    const other = await published(t, { signUpAt, startsAt: startsAt + DAY });
    assert.equal((await t.as('host').call('session.open', { id: other })).state, 'open');
    await t.pass(DAY + HOUR);
    assert.equal(stored(id).state, 'open');
  });

  test('postponed: everybody is told and keeps seat, place and offer; who cannot come leaves with one tap; the new day brings it back', async () => {
    const id = await published(t, {
      capacity: 2,
      courseId: 'c-vow',
      startsAt: planFor(t).startsAt + 6 * DAY,
    });
    for (const key of ['resident', 'daughter']) await t.as(key).call('session.take', { id });
    for (const key of ['member', 'member-b']) await t.as(key).call('session.wait', { id });
    await t.as('daughter').call('session.leave', { id });
    const before = stored(id);
    assert.deepEqual([before.holders.length, before.offers.length, before.queue.length], [1, 1, 1]);
    const wait = await t.as('office').call('session.postpone', { id, startsAt: null, reason: '停电' });
    assert.deepEqual([wait.state, wait.undecided], ['postponed', true]);
    await t.pass(9 * HOUR);
    const kept = stored(id);
    assert.deepEqual([kept.holders, kept.offers, kept.queue], [before.holders, before.offers, before.queue]);
    for (const key of ['resident', 'member', 'member-b'])
      assert.match((await news(key))[0]?.text ?? '', /时间待定：停电/, key);
    assert.equal((await t.as('resident').call('session.leave', { id })).mine.is, 'none');
    const startsAt = planFor(t).startsAt + 20 * DAY;
    const again = await t.as('office').call('session.republish', { id, startsAt });
    assert.deepEqual([again.state, again.startsAt], ['open', startsAt]);
    const after = stored(id);
    assert.equal(after.offers.length, 2, 'the seat given back meanwhile is offered on');
    assert.ok(
      after.offers.every((offer) => offer.until > t.clock.now()),
      'deadlines have moved',
    );
    assert.equal((await t.as('member').call('session.accept', { id })).mine.is, 'seated');
  });

  test('while the check of words is down a class is put off all the same, without the words', async () => {
    const id = await published(t, { courseId: 'c-vow', startsAt: planFor(t).startsAt + 12 * DAY });
    await t.as('resident').call('session.take', { id });
    t.openApi.checkTexts = 'down';
    try {
      await t.as('office').call('session.postpone', { id, startsAt: null, reason: '样例：停电' });
    } finally {
      t.openApi.checkTexts = 'pass';
    }
    assert.equal(stored(id).state, 'postponed');
    assert.match((await news('resident'))[0]?.text ?? '', /时间待定：.*打社区的电话/);
  });

  test('called off while offers are out: holders, offered, waiting and the teacher are all told', async () => {
    const id = await published(t, {
      capacity: 1,
      courseId: 'c-vow',
      startsAt: planFor(t).startsAt + 8 * DAY,
    });
    await t.as('resident').call('session.take', { id });
    for (const key of ['member', 'elder']) await t.as(key).call('session.wait', { id });
    await t.as('resident').call('session.leave', { id });
    await t.as('host').call('session.cancel', { id, reason: '下大雪' });
    for (const key of ['member', 'elder', 'teacher'])
      assert.match((await news(key))[0]?.text ?? '', /不上了：下大雪/, key);
  });

  test('a plan that comes to nothing is cancelled without a word to anybody', async () => {
    const id = await approved(t, { startsAt: planFor(t).startsAt + 9 * DAY });
    const heard = (await news('teacher')).length;
    await t.as('office').call('session.cancel', { id, reason: '不排了' });
    assert.equal(stored(id).state, 'cancelled');
    assert.equal((await news('teacher')).length, heard);
  });

  test('a room, a teacher, a storyteller\u2019s month: what a plan collides with is named while it is made, and refused when it is kept', async () => {
    const startsAt = planFor(t).startsAt + 25 * DAY;
    const ask = async (change: object) => {
      const { venueId, teacherId, minutes, capacity } = planFor(t);
      const wish = { id: null, venueId, teacherId, startsAt, minutes, capacity, ...change };
      return (await t.as('office').call('session.fits', wish)).items;
    };
    assert.deepEqual(await ask({}), []);
    const id = await drafted(t, { startsAt });
    const both = await ask({ startsAt: startsAt + HOUR / 2 });
    assert.deepEqual(
      both.map(({ kind }) => kind),
      ['venue_taken', 'teacher_taken'],
    );
    assert.deepEqual(both[0]?.with, {
      title: '党员的权利，掰开了讲',
      startsAt,
      endsAt: startsAt + 1.5 * HOUR,
    });
    assert.deepEqual(await ask({ id }), [], 'not with itself');
    const draft = (change: object) =>
      t
        .as('office')
        .refused('session.draft', { id: null, version: 0, plan: { ...planFor(t), startsAt, ...change } });
    const taken = await draft({ teacherId: null });
    assert.deepEqual([taken.code, taken.at], ['VENUE_TAKEN', startsAt]);
    assert.equal((await draft({ venueId: 'main' })).code, 'TEACHER_TAKEN');

    const { version } = await t.as('office').call('venue.get', { id: 'main' });
    const room = { id: 'main', version, place: null, access: [], capacity: 15, funding: null };
    await t.as('office').call('venue.describe', room);
    const small = await draft({ venueId: 'main', teacherId: null });
    assert.deepEqual([small.code, small.count], ['ROOM_SMALL', 15]);

    const late = await ask({ startsAt: startsAt + 2 * HOUR, minutes: 60, teacherId: null });
    assert.deepEqual(
      late.map(({ kind, blocks }) => [kind, blocks]),
      [['quiet', false]],
    );
  });

  test('what a class gives up is free for others: moved, put off without a day, called off', async () => {
    const startsAt = planFor(t).startsAt + 27 * DAY;
    const plan = { ...planFor(t), startsAt };
    const id = await drafted(t, { startsAt });
    const taken = async () =>
      (await t.as('office').ask('session.draft', { id: null, version: 0, plan })).ok === false;
    assert.equal(await taken(), true);
    const { version } = await t.as('office').call('session.sheet', { id });
    await t.as('office').call('session.draft', { id, version, plan: { ...plan, startsAt: startsAt + DAY } });
    const second = await drafted(t, { startsAt });
    await t.as('office').call('session.submit', { id: second });
    await t.as('committee').call('session.approve', { id: second });
    await t.as('office').call('session.publish', { id: second });
    assert.equal(
      (
        await t
          .as('office')
          .refused('session.postpone', { id: second, startsAt: startsAt + DAY, reason: '停电' })
      ).code,
      'VENUE_TAKEN',
    );
    assert.equal(stored(second).state, 'open', 'a refused postponement changes nothing');
    await t.as('office').call('session.postpone', { id: second, startsAt: null, reason: '停电' });
    const third = await drafted(t, { startsAt });
    assert.equal(
      (await t.as('office').refused('session.republish', { id: second, startsAt })).code,
      'VENUE_TAKEN',
    );
    await t.as('office').call('session.cancel', { id: third, reason: '不排了' });
    assert.equal((await t.as('office').call('session.republish', { id: second, startsAt })).state, 'open');
  });

  test('a plan whose day passed unpublished stays on the desk until it has another day or is given up', async () => {
    const startsAt = planFor(t).startsAt + 40 * DAY;
    const draft = await drafted(t, { startsAt });
    const decided = await approved(t, { startsAt: startsAt + DAY });
    await t.pass(startsAt + 3 * DAY - t.clock.now());
    const desk = () => t.as('office').call('session.desk', { day: t.clock.now() });
    const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);
    const now = await desk();
    assert.ok([draft, decided].every((id) => ids(now.passed).includes(id)));
    assert.ok([draft, decided].every((id) => !ids(now.plans).includes(id)));
    const { next } = await t.as('office').call('session.sheet', { id: decided });
    assert.deepEqual(next, ['return', 'cancel'], 'nothing goes on towards a day that is over');

    await t.as('office').call('session.return', { id: decided, reason: '日子过了' });
    const { version } = await t.as('office').call('session.sheet', { id: decided });
    const plan = planFor(t, { startsAt: planFor(t).startsAt + 2 * DAY });
    await t.as('office').call('session.draft', { id: decided, version, plan });
    await t.as('office').call('session.cancel', { id: draft, reason: '不办了' });
    const after = await desk();
    assert.ok(ids(after.plans).includes(decided));
    assert.ok(![draft, decided].some((id) => ids(after.passed).includes(id)));
  });

  test('a claim that a crash left behind stands in nobody\u2019s way after two minutes', async () => {
    const startsAt = planFor(t).startsAt + 35 * DAY;
    const id = await drafted(t, { startsAt });
    await sdkFor(t).collection('sessions').doc(id).remove();
    const plan = { ...planFor(t), startsAt };
    const early = await t.as('office').refused('session.draft', { id: null, version: 0, plan });
    assert.equal(early.code, 'VENUE_TAKEN', 'somebody may just be writing it');
    await t.clock.advance(3 * 60_000);
    assert.equal((await t.as('office').call('session.draft', { id: null, version: 0, plan })).state, 'draft');
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY, timeOnDay } from '../../cloudfunctions/core/calendar';
import { newRid, type Town, town } from '../support/town';
import { planFor, published } from './plan';

describe('班主任改一改, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const changes = async (key: string) =>
    (await t.as(key).call('me.inbox', { after: null })).items.filter(({ title }) => title === '课上有点变动');
  const later = (days: number) => ({ startsAt: planFor(t).startsAt + days * DAY });
  const version = async (id: string) => (await t.as('host').call('session.console', { id })).session.version;

  test('whoever has a seat, an offer or a place in the line reads in one sentence what changed [S51]', async () => {
    const id = await published(t, { capacity: 2, courseId: 'c-vow', ...later(0) });
    for (const key of ['resident', 'daughter']) await t.as(key).call('session.take', { id });
    for (const key of ['member', 'member-b']) await t.as(key).call('session.wait', { id });
    await t.as('daughter').call('session.leave', { id });
    const rid = newRid();
    const input = {
      id,
      version: await version(id),
      bring: ['笔', '本子', '身份证', '水杯'],
      agenda: ['楼道灯'],
      familyWelcome: false,
    };
    await t.as('host').call('session.edit', input, rid);
    await t.as('host').call('session.edit', input, rid);
    for (const key of ['resident', 'member', 'member-b']) {
      const told = await changes(key);
      assert.equal(told.length, 1, `${key}: one edit, one message, however often it is sent`);
      assert.match(told[0]?.text ?? '', /要带：笔、本子、身份证等 4 样；要聊：楼道灯；这回只请本人来$/);
    }
    assert.deepEqual(await changes('daughter'), [], 'who gave the seat back is left in peace');

    const { bring, agenda } = input;
    await t.as('host').call('session.edit', { id, version: await version(id), bring, agenda, capacity: 3 });
    assert.equal((await changes('resident')).length, 1, 'a chair more is no news to who sits');
    const [offer] = (await t.as('member-b').call('me.inbox', { after: null })).items;
    assert.equal(offer?.title, '有座了', 'it is to the next in line');
  });

  test('what to bring never takes the last knock that somebody allowed: that is left for the class being called off', async () => {
    const id = await published(t, { courseId: 'c-vow', ...later(1) });
    const answers = { answers: [{ template: 'class' as const, answer: 'accept' as const }] };
    for (const key of ['resident', 'daughter']) {
      await t.as(key).call('session.take', { id });
      await t.as(key).call('me.subscribe', answers);
      t.openApi.subscriptions.set(`sample-${key}|TOWN-CLASS`, key === 'daughter' ? 2 : 1);
    }
    await t.as('daughter').call('me.subscribe', answers);
    // By day, when nothing waits for the morning.
    await t.clock.set(timeOnDay(t.clock.now(), '10:00', 1));
    const knocks = () => t.openApi.sent.map((one) => JSON.stringify(one));
    const before = knocks().length;
    await t.as('host').call('session.edit', { id, version: await version(id), bring: ['老花镜'] });
    assert.equal((await changes('resident')).filter(({ text }) => text.endsWith('要带：老花镜')).length, 1);
    const edited = knocks().slice(before);
    assert.equal(edited.length, 1, 'only who allowed two');
    await t.as('host').call('session.cancel', { id, reason: '停电' });
    const called = knocks().slice(before + 1);
    assert.equal(called.filter((one) => one.includes('不上了')).length, 2, called.join());
  });

  test('no more chairs than the room has, and a room that is counted later turns away no other edit', async () => {
    const id = await published(t, { venueId: 'main', teacherId: null, capacity: 20, ...later(2) });
    const { version: read } = await t.as('office').call('venue.get', { id: 'main' });
    const room = { id: 'main', version: read, place: null, access: [], capacity: 15, funding: null };
    await t.as('office').call('venue.describe', room);
    const many = await t.as('host').refused('session.edit', { id, version: await version(id), capacity: 21 });
    assert.deepEqual([many.code, many.field, many.count], ['ROOM_SMALL', 'capacity', 15]);
    const edit = { id, version: await version(id), capacity: 20, bring: ['本子'] };
    assert.deepEqual((await t.as('host').call('session.edit', edit)).session.bring, ['本子']);
    const fits = { id, version: await version(id), capacity: 15 };
    assert.equal((await t.as('host').call('session.edit', fits)).session.seats.capacity, 15);
  });

  test('never fewer chairs than people who sit or have been offered one', async () => {
    const id = await published(t, { capacity: 2, courseId: 'c-vow', ...later(4) });
    for (const key of ['resident', 'daughter']) await t.as(key).call('session.take', { id });
    await t.as('member').call('session.wait', { id });
    await t.as('daughter').call('session.leave', { id });
    const few = await t.as('host').refused('session.edit', { id, version: await version(id), capacity: 1 });
    assert.deepEqual([few.code, few.count], ['CAPACITY_IN_USE', 2], 'one sits, one has an offer');
  });

  test('words that others will read are checked; words that stood there already are not asked about again', async () => {
    const id = await published(t, { ...later(6) });
    const kept = await version(id);
    t.openApi.checkTexts = 'risky';
    try {
      const bad = await t.as('host').refused('session.edit', { id, version: kept, bring: ['脏话'] });
      assert.equal(bad.code, 'TEXT_REFUSED');
      const same = { id, version: kept, bring: ['笔'], agenda: ['八项权利'], capacity: 19 };
      assert.equal((await t.as('host').call('session.edit', same)).session.seats.capacity, 19);
    } finally {
      t.openApi.checkTexts = 'pass';
    }
  });
});

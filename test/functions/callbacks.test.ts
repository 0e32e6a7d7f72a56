import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DAY, HOUR, startOfDay } from '../../cloudfunctions/core/calendar';
import { type Town, town } from '../support/town';
import { wish } from './wish';

describe('news that no phone shows', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const list = async (who = 'dispatcher') =>
    (await t.as(who).call('desk.callbacks', { communityId: null })).items;

  test('an elder without reminders is on the desk’s list to be telephoned, everything to tell in one call', async () => {
    await t.as('elder').call('me.update', { phone: '13912345678' });
    for (const text of ['想剪头发', '想有人读读报']) {
      const { id } = await t.as('elder').call('request.submit', { ...wish, text });
      await t.as('dispatcher').call('request.publish', {
        id,
        title: '一件事',
        publicText: '一位长者的小心愿',
        category: 'wish',
      });
    }
    // In the quiet hours nothing knocks; in the morning it has.
    await t.pass(12 * 3_600_000);
    const items = await list();
    assert.equal(items.length, 1, JSON.stringify(items));
    assert.ok((items[0]?.news.length ?? 0) >= 2);
    assert.doesNotMatch(JSON.stringify(items), /139\d{8}|sample-elder/);
  });

  test('the number is opened for that desk alone, and that it was read is written down', async () => {
    const [first] = await list();
    assert.ok(first);
    for (const other of ['resident', 'grid', 'member', 'office'])
      assert.equal((await t.as(other).refused('desk.callback_phone', { id: first.id })).code, 'NOT_ALLOWED');
    const { phone } = await t.as('dispatcher').call('desk.callback_phone', { id: first.id });
    assert.equal(phone, '13912345678');
    const [message] = t.store.find('inbox', { _id: first.id }).documents;
    assert.match(JSON.stringify(message?.['timeline']), /read_phone/);
    const looked = (await t.as('elder').call('data.get', {})).reads.filter(
      ({ field }) => field === 'callback',
    );
    assert.equal(looked.length, 1, 'the person sees that their number was opened');
    for (const collection of ['inbox', 'persons']) {
      const withdraw = t.faults.add({
        on: 'database',
        action: 'database.modifyDocument',
        collection,
        times: 99,
        effect: { type: 'fail', code: 'DATABASE_REQUEST_FAILED' },
      });
      const { ok }: { ok: boolean } = await t.as('dispatcher').ask('desk.callback_phone', { id: first.id });
      withdraw();
      assert.equal(ok, false, `no entry in ${collection}, no number`);
    }
  });

  test('not reached stays on the list, reached goes off it, and a second call of the same changes nothing', async () => {
    const [first] = await list();
    assert.ok(first);
    await t.as('dispatcher').call('desk.called', { id: first.id, reached: false });
    assert.equal((await list()).length, 1);
    const rid = 'called-once-0001';
    await t.as('dispatcher').call('desk.called', { id: first.id, reached: true }, rid);
    assert.deepEqual(await list(), []);
    assert.deepEqual(
      (await t.as('dispatcher').call('desk.called', { id: first.id, reached: true }, rid)).items,
      [],
    );
    assert.equal(
      (await t.as('dispatcher').refused('desk.callback_phone', { id: first.id })).code,
      'NOT_FOUND',
    );
  });

  test('news that came after the desk had looked was not told by that call, and still waits', async () => {
    const bring = async (text: string) => {
      const { id } = await t.as('elder').call('request.submit', { ...wish, text });
      await t.as('dispatcher').call('request.decline', { id, reason: '办不了', whereTo: '物业' });
      await t.pass(12 * HOUR);
    };
    await bring('想修个板凳');
    const [seen] = await list();
    assert.ok(seen);
    await bring('想磨把剪刀');
    const told = seen.news.map(({ id }) => id);
    const { items } = await t.as('dispatcher').call('desk.called', { id: seen.id, reached: true, told });
    assert.equal(items.length, 1, 'what nobody has said to her is still to be said');
    assert.equal(
      items[0]?.news.some(({ id }) => told.includes(id)),
      false,
    );
    await t.as('dispatcher').call('desk.called', { id: items[0]?.id ?? '', reached: true });
    assert.deepEqual(await list(), []);
  });

  test('a worker that dies while it knocks leaves the call to the desk', async () => {
    const { id } = await t.as('elder').call('request.submit', { ...wish, text: '想配把钥匙' });
    await t.as('dispatcher').call('request.decline', { id, reason: '办不了', whereTo: '物业' });
    // Of a knock the second write says how it went: it never comes.
    const die = t.faults.add({
      on: 'database',
      action: 'database.modifyDocument',
      collection: 'inbox',
      skip: 1,
      times: 1,
      effect: { type: 'kill-worker', when: 'before' },
    });
    await t.clock.advance(12 * HOUR);
    await assert.rejects(t.sweep(), /process exited/);
    die();
    await t.pass(HOUR);
    const pushes = t.store.find('inbox', { personId: 'sample_elder' }).documents.map(({ push }) => push);
    assert.ok(JSON.stringify(pushes).includes('trying'), JSON.stringify(pushes));
    const items = await list();
    assert.equal(items.length, 1, 'nobody knows whether the phone rang: she is telephoned');
  });

  test('who reads it in the inbox is not telephoned', async () => {
    const { id } = await t.as('elder').call('request.submit', { ...wish, text: '想换个灯泡' });
    await t.as('dispatcher').call('request.decline', { id, reason: '没有这样的灯泡', whereTo: '五金店' });
    await t.pass(12 * 3_600_000);
    assert.equal((await list()).length, 1);
    for (const item of (await t.as('elder').call('me.inbox', { after: null })).items)
      if (!item.read) await t.as('elder').call('me.read_inbox', { id: item.id });
    assert.deepEqual(await list(), []);
  });

  test('beyond the day’s most, news stays in the inbox and no phone rings [G8]', async () => {
    const answers = { answers: [{ template: 'progress' as const, answer: 'accept' as const }] };
    t.openApi.subscriptions.set('sample-resident|TOWN-PROGRESS', 10);
    for (let n = 0; n < 10; n += 1) await t.as('resident').call('me.subscribe', answers);
    for (let n = 0; n < 8; n += 1) {
      const { id } = await t.as('resident').call('request.submit', { ...wish, text: `第 ${n} 件事` });
      await t.as('dispatcher').call('request.decline', { id, reason: '办不了', whereTo: '物业' });
    }
    await t.pass(12 * 3_600_000);
    const sent = t.store
      .find('inbox', { personId: 'sample_resident' })
      .documents.filter((one) => (one['push'] as { state: string }).state === 'sent');
    assert.equal(sent.length, 5);
    assert.ok((await t.as('resident').call('me.inbox', { after: null })).items.length >= 8);
  });

  test('at ten in the evening news waits for eight in the morning; a cry for help goes through, beyond the day’s most too [G8]', async () => {
    const tenAtNight = startOfDay(t.clock.now()) + DAY + 22 * HOUR;
    await t.pass(tenAtNight - t.clock.now());
    const answers = { answers: [{ template: 'progress' as const, answer: 'accept' as const }] };
    for (const who of ['dispatcher', 'resident']) {
      t.openApi.subscriptions.set(`sample-${who}|TOWN-PROGRESS`, 20);
      for (let n = 0; n < 10; n += 1) await t.as(who).call('me.subscribe', answers);
    }
    const pushes = (who: string) =>
      t.store
        .find('inbox', { personId: `sample_${who}` })
        .documents.map(({ urgent, push }) => ({ urgent, ...(push as { state: string; at: number }) }));
    const { id } = await t.as('resident').call('request.submit', { ...wish, text: '夜里说的一件事' });
    await t.as('dispatcher').call('request.decline', { id, reason: '办不了', whereTo: '物业' });
    const waits = pushes('resident').filter(({ state }) => state === 'waiting');
    assert.deepEqual(
      waits.map(({ at }) => at),
      [startOfDay(tenAtNight) + DAY + 8 * HOUR],
    );
    const most = 7;
    for (let n = 0; n < most; n += 1)
      await t.as('elder').call('danger.tell', { kind: 'medical', word: '胸口疼', communityId: 'jianguo' });
    const cried = pushes('dispatcher').filter(({ urgent }) => urgent);
    assert.equal(cried.length, most);
    assert.deepEqual([...new Set(cried.map(({ state }) => state))], ['sent'], 'more than the five of a day');
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newRid, type Town, town } from '../support/town';

describe('danger does not queue, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());

  const chest = { kind: 'medical', word: '胸口疼', communityId: 'jianguo' } as const;

  test('words of danger reach the dispatcher at once, at any hour, and once however often the phone sends', async () => {
    const rid = newRid();
    const { id } = await t.as('elder').call('danger.tell', chest, rid);
    assert.equal((await t.as('elder').call('danger.tell', chest, rid)).id, id);
    const { open } = await t.as('dispatcher').call('danger.list', { communityId: null });
    assert.deepEqual(
      open.filter((card) => card.id === id).map(({ word, called }) => ({ word, called })),
      [{ word: '胸口疼', called: null }],
    );
    const { items } = await t.as('dispatcher').call('me.inbox', { after: null });
    const urgent = items.filter(({ title }) => title.startsWith('危急'));
    assert.equal(urgent.length, 1);
    assert.match(urgent[0]?.text ?? '', /^请马上打电话/);
    assert.doesNotMatch(JSON.stringify(urgent), /胸口疼/, 'a lock screen shows it to anybody');
    assert.doesNotMatch(JSON.stringify(open), /13912345678/, 'the number only on asking');
  });

  test('who rings says what came of it; a colleague who is slower is told so', async () => {
    const { id } = await t.as('resident').call('danger.tell', { ...chest, kind: 'fire', word: '煤气味' });
    const desk = t.as('dispatcher');
    const rid = newRid();
    const rung = await desk.call('danger.called', { id, note: '人没事，阀门关了' }, rid);
    assert.equal(rung.called?.note, '人没事，阀门关了');
    assert.equal((await desk.call('danger.called', { id, note: '人没事，阀门关了' }, rid)).id, id);
    assert.equal((await desk.refused('danger.called', { id, note: '' })).code, 'NOT_NOW');
    const { open, called } = await desk.call('danger.list', { communityId: null });
    assert.equal(
      open.some((card) => card.id === id),
      false,
    );
    assert.equal(called[0]?.id, id);
  });

  test('a phone that does not know its community tells every desk, and an unknown name is not lost', async () => {
    const { id } = await t.as('stranger').call('danger.tell', { ...chest, communityId: null });
    const made = await t.as('stranger').call('danger.tell', { ...chest, communityId: 'nowhere' });
    const { open } = await t.as('dispatcher').call('danger.list', { communityId: null });
    for (const one of [id, made.id]) assert.equal(open.find((card) => card.id === one)?.anywhere, true);
  });

  test('only the desk sees who, and where to ring is written down before it is shown', async () => {
    const { id } = await t.as('elder').call('danger.tell', chest);
    for (const key of ['resident', 'member', 'grid', 'stranger']) {
      assert.equal((await t.as(key).refused('danger.list', { communityId: null })).code, 'NOT_ALLOWED');
      assert.equal((await t.as(key).refused('danger.reveal', { id })).code, 'NOT_ALLOWED');
      assert.equal((await t.as(key).refused('danger.called', { id, note: '' })).code, 'NOT_ALLOWED');
    }
    const found = await t.as('dispatcher').call('danger.reveal', { id });
    assert.equal(found.building, '样例楼 1 栋');
    const looked = (await t.as('elder').call('data.get', {})).reads.filter(({ field }) => field === 'danger');
    assert.equal(looked.length, 1, 'the person sees that their number was opened');
    // No entry in their log, no number: whichever of the two writes fails.
    for (const collection of ['dangers', 'persons']) {
      const withdraw = t.faults.add({
        on: 'database',
        action: 'database.modifyDocument',
        collection,
        times: 99,
        effect: { type: 'fail', code: 'DATABASE_REQUEST_FAILED' },
      });
      const reply = await t.as('dispatcher').ask('danger.reveal', { id });
      withdraw();
      assert.equal(reply.ok, false, collection);
    }
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { InputOf } from '@contract/actions';
import { DAY, HOUR } from '../../cloudfunctions/core/calendar';
import { delivered } from '../proof/rows/scenes';
import { newRid, type Town, town } from '../support/town';

describe('投诉建议, through the real SDK', () => {
  let t: Town;
  before(async () => {
    t = await town();
  });
  after(() => t.close());
  const said: InputOf<'complaint.put'> = {
    subject: 'service',
    words: '说好来的没来',
    requestId: null,
    anonymous: true,
    communityId: 'jianguo',
  };

  test('without a name nothing that is stored leads to anybody, no account is made, and the code brings the answer', async () => {
    const people = t.store.count('persons', {}).total;
    const rid = newRid();
    const mine = await t.as('passer-by').call('complaint.put', said, rid);
    assert.equal((await t.as('passer-by').call('complaint.put', said, rid)).code, mine.code, 'once');
    assert.equal(t.store.count('persons', {}).total, people);
    const named = await t.as('resident').call('complaint.put', said);
    for (const { id } of [mine, named]) {
      const stored = JSON.stringify(t.store.find('complaints', { _id: id }).documents);
      assert.equal(/sample_|sample-|passer/.test(stored), false, stored);
    }
    await t.as('dispatcher').call('complaint.answer', { id: mine.id, answer: '这就去，对不住' });
    const read = await t.as('somebody').call('complaint.look_up', { code: mine.code.toLowerCase() });
    assert.equal(read.answer, '这就去，对不住');
    assert.equal(
      (await t.as('somebody').refused('complaint.look_up', { code: 'AAAAAAAA' })).code,
      'NOT_FOUND',
    );
    assert.equal((await t.as('somebody').call('complaint.enough', { code: mine.code })).state, 'closed');
  });

  test('whoever it is about neither reads nor answers it; about the desk itself it goes to the auditor', async () => {
    const id = await delivered(t);
    const about = await t.as('elder').call('complaint.put', { ...said, anonymous: false, requestId: id });
    // The dispatcher hung it on the wall: a hand in the matter.
    assert.equal((await t.as('dispatcher').refused('complaint.get', { id: about.id })).code, 'NOT_FOUND');
    assert.equal(
      (await t.as('dispatcher').refused('complaint.answer', { id: about.id, answer: '没事' })).code,
      'NOT_ALLOWED',
    );
    await t.as('auditor').call('complaint.answer', { id: about.id, answer: '查过了' });
    const told = (await t.as('elder').call('me.inbox', { after: null })).items.map(({ text }) => text);
    assert.ok(told.includes('给您的回话：查过了'), told.join());
    const other = await t.as('resident').refused('complaint.put', { ...said, requestId: id });
    assert.deepEqual([other.code, other.field], ['INVALID_INPUT', 'requestId']);

    const desk = await t.as('resident').call('complaint.put', { ...said, subject: 'desk' });
    assert.equal(desk.state, 'escalated');
    const lists = async (key: string) =>
      (await t.as(key).call('complaint.desk', {})).items.some((card) => card.id === desk.id);
    assert.deepEqual([await lists('dispatcher'), await lists('auditor')], [false, true]);
  });

  test('late it goes to the auditor with an apology; not enough, to the auditor too; silence files it', async () => {
    const mine = await t.as('resident').call('complaint.put', { ...said, anonymous: false });
    await t.as('dispatcher').call('complaint.take_up', { id: mine.id });
    await t.pass((mine.promisedFor ?? 0) - t.clock.now() - HOUR);
    const soon = await t.as('resident').call('complaint.look_up', { code: mine.code });
    assert.equal(soon.state, 'taken_up');
    assert.match(soon.history.at(-1)?.text ?? '', /还没说准，给您赔个不是/, 'before, not after');
    await t.pass((mine.promisedFor ?? 0) - t.clock.now() + 1000);
    const late = await t.as('resident').call('complaint.look_up', { code: mine.code });
    assert.equal(late.state, 'escalated');
    assert.match(late.history.at(-1)?.text ?? '', /赔个不是/);
    assert.equal(
      (await t.as('dispatcher').refused('complaint.answer', { id: mine.id, answer: '晚了' })).code,
      'NOT_ALLOWED',
    );
    await t.as('auditor').call('complaint.answer', { id: mine.id, answer: '改了' });
    assert.equal(
      (await t.as('resident').call('complaint.press', { code: mine.code, words: '没改' })).state,
      'escalated',
    );
    await t.as('auditor').call('complaint.answer', { id: mine.id, answer: '这回改了' });
    await t.pass(16 * DAY);
    assert.equal((await t.as('resident').call('complaint.look_up', { code: mine.code })).state, 'closed');
  });

  test('by telephone, at the counter or on a card it is entered for somebody, with a code to give them', async () => {
    for (const channel of ['phone', 'counter', 'paper'] as const) {
      const entered = await t
        .as('dispatcher')
        .call('complaint.enter', { subject: 'idea', words: '门口添个凳子', communityId: 'jianguo', channel });
      assert.equal(
        (await t.as('stranger').call('complaint.look_up', { code: entered.code })).channel,
        channel,
      );
    }
  });
});

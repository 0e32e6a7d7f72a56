import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, MINUTE } from '../../cloudfunctions/core/calendar';
import { newRid, town } from '../support/town';

test('four digits from the blackboard count like every other way; guessing ends after five, and a walk-in sits on a free chair [S51]', async () => {
  const t = await town();
  try {
    const { startsAt } = await t.as('resident').call('session.take', { id: 's-now' });
    await t.clock.set(startsAt - 5 * MINUTE);
    const { digits, digitsUntil } = await t.as('host').call('session.code', { id: 's-now' });
    assert.match(digits, /^\d{4}$/);
    const rid = newRid();
    const by = { way: 'digits', digits } as const;
    const counted = await t.as('resident').call('session.check_in', { id: 's-now', by }, rid);
    assert.equal(counted.how, 'digits');
    await t.as('resident').call('session.check_in', { id: 's-now', by }, rid);
    const walkIn = await t.as('member').call('session.check_in', { id: 's-now', by });
    assert.equal(walkIn.mine.is, 'attended');
    const desk = await t.as('host').call('session.console', { id: 's-now' });
    assert.equal(desk.arrived, 2);
    const { capacity, free, elderFree, held, taken } = desk.session.seats;
    assert.equal(free + elderFree + held + taken, capacity);

    const wrong = { way: 'digits', digits: digits === '0000' ? '0001' : '0000' } as const;
    const once = newRid();
    for (let n = 0; n < 5; n += 1)
      assert.equal(
        (
          await t
            .as('elder')
            .refused('session.check_in', { id: 's-now', by: wrong }, n === 0 ? once : newRid())
        ).code,
        'CODE_WRONG',
      );
    assert.equal(
      (await t.as('elder').refused('session.check_in', { id: 's-now', by })).code,
      'TRIES_USED',
      'the right number as well',
    );
    await t.clock.set(digitsUntil + 10 * MINUTE);
    const old = await t.as('elder').refused('session.check_in', { id: 's-now', by });
    assert.equal(old.code, 'CODE_WRONG', 'the number of then');
  } finally {
    await t.close();
  }
});

test('after class the host enters the paper list, a person says 我来了没登上, and both hear what came of it', async () => {
  const t = await town();
  try {
    const { endsAt } = await t.as('resident').call('session.take', { id: 's-now' });
    await t.as('member').call('session.take', { id: 's-now' });
    await t.as('daughter').call('session.take', { id: 's-now' });
    const soon = await t.as('resident').refused('session.ask_correction', { id: 's-now', words: '' });
    assert.equal(soon.code, 'STILL_COUNTING');
    await t.clock.set(endsAt - MINUTE);
    await t.sweep();
    await t.clock.set(endsAt + 20 * MINUTE);
    await t.sweep();

    const { past } = await t.as('host').call('session.hosting', {});
    assert.ok(
      past.some((card) => card.id === 's-now'),
      'the host still finds yesterday’s class',
    );
    const before = await t.as('resident').call('session.get', { id: 's-now' });
    assert.ok(before.next.includes('ask_correction'));
    const rid = newRid();
    const ask = { id: 's-now', words: '坐后排' };
    await t.as('resident').call('session.ask_correction', ask, rid);
    const asked = await t.as('resident').call('session.ask_correction', ask, rid);
    assert.deepEqual(asked.correction, { words: '坐后排', answer: null });
    await t.as('daughter').call('session.ask_correction', { id: 's-now', words: '' });
    const told = (await t.as('host').call('me.inbox', { after: null })).items.map((item) => item.title);
    assert.ok(told.includes('有人来了没登上'), told.join());

    const desk = await t.as('host').call('session.console', { id: 's-now' });
    const seat = desk.roster.find((line) => line.asks === '坐后排')?.seat ?? '';
    const other = desk.roster.find((line) => line.asks === '')?.seat ?? '';
    const silent = desk.roster.find((line) => line.asks === null)?.seat ?? '';
    const yes = { id: 's-now', seat, granted: true, words: '' };
    assert.equal((await t.as('member').refused('session.answer_correction', yes)).code, 'NOT_ALLOWED');
    await t.as('host').call('session.answer_correction', yes);
    const mute = await t
      .as('host')
      .refused('session.answer_correction', { ...yes, seat: other, granted: false });
    assert.equal(mute.field, 'words');
    const no = { id: 's-now', seat: other, granted: false, words: '那天是您家人来的' };
    await t.as('office').call('session.answer_correction', no);
    const paper = { id: 's-now', seat: silent, reason: '纸上签了' };
    const filled = await t.as('host').call('session.backfill', paper);
    assert.equal(filled.arrived, 2);
    assert.equal((await t.as('host').call('session.backfill', paper)).arrived, 2);

    const mine = await t.as('resident').call('session.get', { id: 's-now' });
    assert.equal(mine.mine.is, 'attended');
    const declined = await t.as('daughter').call('session.get', { id: 's-now' });
    assert.equal(declined.correction?.answer?.words, '那天是您家人来的');
    const words = (await t.as('daughter').call('me.inbox', { after: null })).items.map((item) => item.text);
    assert.ok(words.some((text) => text.includes('那天是您家人来的')));

    await t.clock.set(endsAt + 7 * DAY + MINUTE);
    const late = await t.as('elder').refused('session.ask_correction', { id: 's-now', words: '' });
    assert.equal(late.code, 'NOT_ON_ROSTER');
  } finally {
    await t.close();
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, MINUTE } from '../../../cloudfunctions/core/calendar';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import { openVault } from '../../../cloudfunctions/core/vault';
import { answerCorrection, askCorrection, backfill } from '../../../cloudfunctions/school/session/afterwards';
import { arrive, sitDown } from '../../../cloudfunctions/school/session/check-in';
import { digitsNow, goodDigits, mayTry, triedOnce } from '../../../cloudfunctions/school/session/digits';
import { sampleSession } from './sample-session';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const vault = openVault(`a:${Buffer.alloc(32, 7).toString('base64')}`, 'a pepper for the tests', undefined);
const settings = DEFAULT_SETTINGS;
const step = (now: number, by = 'host') => ({ now, rid: `r${now}`, by, rules: settings });
const one = (personId: string, elder = false) => ({
  personId,
  seat: `s-${personId}`,
  name: '',
  elder,
  at: NOW,
});

const over = () => {
  const session = sampleSession(NOW, { capacity: 2, elderOpen: 0 });
  return {
    ...session,
    state: 'archived' as const,
    seats: { open: 1, elderOpen: 0 },
    holders: [{ ...one('p1'), from: 'general' as const }],
  };
};

test('four digits are good for at least five minutes and never for more than ten', () => {
  for (const shown of [NOW, NOW + 299_999, NOW + 123_456]) {
    const { digits, digitsUntil } = digitsNow('s1', shown, vault, settings);
    assert.match(digits, /^\d{4}$/);
    assert.ok(digitsUntil - shown >= 5 * MINUTE && digitsUntil - shown <= 10 * MINUTE);
    assert.ok(goodDigits(digits, 's1', digitsUntil - 1, vault, settings));
    assert.ok(!goodDigits(digits, 's1', digitsUntil, vault, settings));
  }
});

test('digits of another class are not good here', () => {
  const { digits } = digitsNow('s2', NOW, vault, settings);
  assert.ok(!goodDigits(digits, 's1', NOW, vault, settings));
});

test('five wrong numbers are enough for ten minutes, and only for who gave them', () => {
  let session = sampleSession(NOW, { capacity: 2, elderOpen: 0 });
  for (let n = 0; n < settings.digitsTries; n += 1) {
    mayTry(session, 'p1', NOW, settings);
    session = triedOnce(session, 'p1', NOW, settings);
  }
  assert.throws(() => mayTry(session, 'p1', NOW + 1, settings), { code: 'TRIES_USED' });
  mayTry(session, 'p2', NOW + 1, settings);
  mayTry(session, 'p1', NOW + 10 * MINUTE, settings);
});

test('who walks in takes a free chair, keeps the sum of seats, and never the chair that is kept for another', () => {
  const free = { ...sampleSession(NOW, { capacity: 1, elderOpen: 0 }), state: 'running' as const };
  const seated = sitDown(free, one('p1'), step(free.startsAt));
  assert.equal(seated.seats.open + seated.holders.length, 1);
  assert.deepEqual(seated.people, ['p1']);
  assert.throws(() => sitDown(seated, one('p2'), step(free.startsAt)), { code: 'NOT_ON_ROSTER' });
  const kept = {
    ...free,
    seats: { open: 0, elderOpen: 0 },
    offers: [{ ...one('p3'), from: 'general' as const, until: free.startsAt }],
  };
  assert.throws(() => sitDown(kept, one('p2'), step(free.startsAt)), { code: 'NOT_ON_ROSTER' });
  const own = sitDown(kept, one('p3'), step(free.startsAt));
  assert.equal(own.offers.length, 0);
  assert.equal(own.holders.length, 1);
});

test('a tap without a network counts at the moment of the tap, however late it is sent', () => {
  const session = { ...over(), state: 'ended' as const };
  const late = session.endsAt + 3 * 60 * MINUTE;
  assert.throws(() => arrive(session, 'p1', 'roster', step(late), settings), { code: 'CHECK_IN_LATE' });
  const counted = arrive(session, 'p1', 'roster', step(late), settings, session.startsAt);
  assert.equal(counted.holders[0]?.arrived?.at, session.startsAt);
});

test('the paper list is entered after class, with its reason, for seven days', () => {
  const session = over();
  const after = session.endsAt + 16 * MINUTE;
  assert.throws(() => backfill(session, 'p1', '纸上签了', step(session.endsAt), settings), {
    code: 'STILL_COUNTING',
  });
  assert.throws(() => backfill(session, 'p1', '纸上签了', step(session.endsAt + 7 * DAY + 1), settings), {
    code: 'CORRECTION_OVER',
  });
  assert.throws(() => backfill(session, 'p9', '纸上签了', step(after), settings), { code: 'NOT_ON_ROSTER' });
  assert.throws(() => backfill({ ...session, state: 'cancelled' }, 'p1', '纸上', step(after), settings), {
    code: 'SESSION_NOT_OPEN',
  });
  const filled = backfill(session, 'p1', '纸上签了', step(after), settings);
  assert.deepEqual(filled.holders[0]?.arrived, { at: after, how: 'paper', reason: '纸上签了' });
  assert.equal(backfill(filled, 'p1', '又一次', step(after + 1), settings), filled);
});

test('我来了没登上 is asked once, answered once, and a late answer is still an answer', () => {
  const session = over();
  const after = session.endsAt + DAY;
  const asked = askCorrection(session, '坐后排', step(after, 'p1'), settings);
  assert.equal(askCorrection(asked, '再说', step(after + 1, 'p1'), settings), asked);
  assert.throws(() => answerCorrection(session, 'p1', true, '', step(after)), { code: 'NOT_NOW' });
  const granted = answerCorrection(asked, 'p1', true, '', step(session.endsAt + 9 * DAY));
  assert.equal(granted.holders[0]?.arrived?.how, 'paper');
  assert.throws(() => answerCorrection(granted, 'p1', false, '不', step(after)), { code: 'NOT_NOW' });
  const declined = answerCorrection(asked, 'p1', false, '那天您请了假', step(after));
  assert.equal(declined.holders[0]?.arrived, undefined);
});

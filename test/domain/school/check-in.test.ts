import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MINUTE } from '../../../cloudfunctions/core/calendar';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import { openVault } from '../../../cloudfunctions/core/vault';
import { backfill } from '../../../cloudfunctions/school/session/afterwards';
import { arrive, unmark } from '../../../cloudfunctions/school/session/check-in';
import { countedBy } from '../../../cloudfunctions/school/session/counted-by';
import { handOver, withoutHost } from '../../../cloudfunctions/school/session/host';
import type { Session } from '../../../cloudfunctions/school/session/model';
import { readRotatingCode, rotatingCode } from '../../../cloudfunctions/school/session/rotating-code';
import { noted } from '../../../cloudfunctions/school/session/seats';
import { sampleSession } from './sample-session';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const vault = openVault(`a:${Buffer.alloc(32, 7).toString('base64')}`, 'a pepper for the tests', undefined);

const seated = () => ({
  ...sampleSession(NOW, { capacity: 2, elderOpen: 0 }),
  holders: [{ personId: 'p1', seat: 's1', name: '', elder: false, at: NOW, from: 'general' as const }],
});
const step = (now: number) => ({ now, rid: `r${now}`, by: 'p1', rules: DEFAULT_SETTINGS });

test('the window opens half an hour before and closes a quarter of an hour after', () => {
  const session = seated();
  assert.throws(
    () => arrive(session, 'p1', 'poster', step(session.startsAt - 31 * MINUTE), DEFAULT_SETTINGS),
    { code: 'CHECK_IN_EARLY' },
  );
  assert.throws(() => arrive(session, 'p1', 'poster', step(session.endsAt + 16 * MINUTE), DEFAULT_SETTINGS), {
    code: 'CHECK_IN_LATE',
  });
  assert.equal(
    arrive(session, 'p1', 'poster', step(session.startsAt - 30 * MINUTE), DEFAULT_SETTINGS).holders[0]
      ?.arrived?.how,
    'poster',
  );
});

test('who is counted stays counted as they were, however often and by whatever way they come', () => {
  const session = seated();
  const once = arrive(session, 'p1', 'poster', step(session.startsAt), DEFAULT_SETTINGS);
  assert.equal(arrive(once, 'p1', 'roster', step(session.startsAt + 1), DEFAULT_SETTINGS), once);
});

test('nobody signs in without a seat', () => {
  assert.throws(() => arrive(seated(), 'p9', 'poster', step(NOW), DEFAULT_SETTINGS), {
    code: 'NOT_ON_ROSTER',
  });
});

test('whoever was counted by somebody else reads by whom, and who did it themself reads nothing of it [S51]', () => {
  const session = seated();
  const at = session.startsAt;
  const by = (who: string) => ({ ...step(at), by: who });
  const of = (how: 'poster' | 'rotating' | 'roster' | 'digits', who: string, from: Session = session) =>
    countedBy(arrive(from, 'p1', how, by(who), DEFAULT_SETTINGS), 'p1');
  assert.equal(countedBy(session, 'p1'), null, 'not counted');
  assert.equal(countedBy(session, null), null, 'nobody reads it');
  for (const how of ['poster', 'rotating', 'digits'] as const) {
    assert.equal(of(how, 'p1'), null);
    assert.equal(of(how, 'daughter'), 'family');
  }
  assert.equal(of('roster', 'host'), 'host');
  assert.equal(of('roster', 'office'), 'desk');
  const helped = noted(session, by('host'), 'name_steward', 'neighbour');
  assert.equal(of('roster', 'neighbour', helped), 'door');
  const over = { ...session, state: 'ended' as const };
  const late = { ...by('host'), now: session.endsAt + 60 * MINUTE };
  assert.equal(countedBy(backfill(over, 'p1', '纸上签了', late, DEFAULT_SETTINGS), 'p1'), 'host');
});

test('whoever hosted when they counted is called 班主任, also after the class went to another host or to nobody [S51]', () => {
  const session = seated();
  const at = (who: string, after = 0) => ({ ...step(session.startsAt + after), by: who });
  const counted = (who: string, from: Session) =>
    arrive(from, 'p1', 'roster', at(who, 2 * MINUTE), DEFAULT_SETTINGS);
  const later = at('office', 3 * MINUTE);
  const next = { id: 'next', name: '样例班主任乙' };
  const of = (now: Session) => countedBy(now, 'p1');
  assert.equal(of(handOver(counted('host', session), 'host', next, later)), 'host');
  assert.equal(of(handOver(counted('host', session), 'host', null, later)), 'host');
  assert.equal(of(withoutHost(counted('host', session), at('system', 3 * MINUTE))), 'host');
  assert.equal(of(handOver(counted('next', session), 'host', next, later)), 'desk', 'not a host yet');
  const handed = handOver(session, 'host', next, at('office'));
  assert.equal(of(counted('next', handed)), 'host');
  assert.equal(of(counted('host', handed)), 'desk', 'a host no more');
  const twice = handOver(counted('next', handed), 'next', { id: 'third', name: '' }, later);
  assert.equal(of(twice), 'host');
});

test('a wrong tap is taken back and leaves no absence behind', () => {
  const session = seated();
  const undone = unmark(
    arrive(session, 'p1', 'roster', step(session.startsAt), DEFAULT_SETTINGS),
    'p1',
    step(session.startsAt + 1),
  );
  assert.equal(undone.holders[0]?.arrived, undefined);
});

test('a code is good for sixty seconds and an old screenshot is not', () => {
  const { content, nextAt } = rotatingCode('s1', NOW, vault, DEFAULT_SETTINGS);
  assert.equal(nextAt - NOW, 30_000);
  assert.equal(readRotatingCode(content, NOW + 59_000, vault, DEFAULT_SETTINGS).is, 'good');
  assert.equal(readRotatingCode(content, NOW + 61_000, vault, DEFAULT_SETTINGS).is, 'expired');
});

test('a code that was altered, guessed or made for another class is not ours', () => {
  const { content } = rotatingCode('s1', NOW, vault, DEFAULT_SETTINGS);
  assert.equal(readRotatingCode(content.replace('s1', 's2'), NOW, vault, DEFAULT_SETTINGS).is, 'wrong');
  assert.equal(readRotatingCode(`${content}x`, NOW, vault, DEFAULT_SETTINGS).is, 'wrong');
  assert.equal(readRotatingCode('RS1.s1.zzzz.', NOW, vault, DEFAULT_SETTINGS).is, 'wrong');
  assert.equal(readRotatingCode('https://example.invalid', NOW, vault, DEFAULT_SETTINGS).is, 'wrong');
});

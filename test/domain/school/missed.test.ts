import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, HOUR, MINUTE } from '../../../cloudfunctions/core/calendar';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import { standsLast } from '../../../cloudfunctions/school/session/missed';
import type { Holder, Session, Waiting } from '../../../cloudfunctions/school/session/model';
import { accept, enrolmentOf, leave, resize } from '../../../cloudfunctions/school/session/seats';
import { sampleSession } from './sample-session';

const START = Date.parse('2026-11-23T09:00:00+08:00');
const waiting = (personId: string, more: Partial<Waiting> = {}): Waiting => ({
  personId,
  seat: `s-${personId}`,
  name: '',
  elder: false,
  at: START,
  ...more,
});
const step = (by: string, now = START) => ({ now, rid: `${by}:${now}`, by, rules: DEFAULT_SETTINGS });
const held = (day: number, more: Partial<Holder> = {}): Session => ({
  ...sampleSession(START + day * DAY, { capacity: 5, elderOpen: 0 }),
  state: 'archived',
  holders: [{ ...waiting('me'), from: 'general', ...more }],
});
const arrived = { at: START, how: 'roster' } as const;
const asked = { at: START, words: '我来了', answer: null };
const declined = { ...asked, answer: { at: START, granted: false, words: '没见着' } };

test('only two seats in a row that were kept and not used put somebody last, and only once', () => {
  assert.equal(standsLast([], 'me'), false);
  assert.equal(standsLast([held(-9)], 'me'), false, 'once is nothing');
  assert.equal(standsLast([held(-9), held(-5)], 'me'), true);
  assert.equal(standsLast([held(-5), held(-9), held(-20, { arrived })], 'me'), true, 'in any order');
  assert.equal(standsLast([held(-9), held(-5, { arrived })], 'me'), false, 'who came since is as before');
  assert.equal(standsLast([held(-9, { correction: asked }), held(-5)], 'me'), false, 'their word counts');
  assert.equal(standsLast([held(-9, { correction: declined }), held(-5)], 'me'), true);
  assert.equal(standsLast([held(-9), held(-5)], 'somebody'), false);
  const next: Session = { ...held(1), state: 'open', holders: [], queue: [waiting('me', { last: true })] };
  assert.equal(standsLast([held(-9), held(-5), next], 'me'), false, 'the one time has been');
  assert.equal(standsLast([held(-9), held(-5), held(1, { last: true, arrived })], 'me'), false);
  assert.equal(standsLast([{ ...held(-9), state: 'cancelled' }, held(-5)], 'me'), false);
});

test('who stands last is asked last, also behind those who came later, and keeps it through the offer', () => {
  const full: Session = {
    ...held(0),
    state: 'open',
    capacity: 1,
    seats: { open: 0, elderOpen: 0 },
    holders: [{ ...waiting('sits'), from: 'general' }],
    queue: [waiting('me', { last: true }), waiting('later')],
  };
  assert.deepEqual(enrolmentOf(full, 'me'), { is: 'waiting', place: 2, last: true });
  assert.deepEqual(enrolmentOf(full, 'later'), { is: 'waiting', place: 1 });
  const one = resize(full, 2, step('host'));
  assert.equal(enrolmentOf(one, 'later').is, 'offered');
  const both = accept(resize(one, 3, step('host', START + 1)), step('me', START + 2));
  assert.equal(both.holders.find(({ personId }) => personId === 'me')?.last, true);
});

test('a seat given back minutes before the class is given back: nothing stands against anybody', () => {
  for (const early of [3 * HOUR, HOUR, MINUTE, 1]) {
    const before: Session = { ...held(0), state: 'open' };
    const left = leave(before, step('me', before.startsAt - early));
    assert.equal(enrolmentOf(left, 'me').is, 'none', `${early} ms before`);
    assert.ok(!left.holders.some(({ personId }) => personId === 'me'));
    const over = { ...left, state: 'archived' as const };
    assert.equal(standsLast([over, { ...over, startsAt: over.startsAt - DAY }], 'me'), false);
  }
});

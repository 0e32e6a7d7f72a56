import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HOUR } from '../../../cloudfunctions/core/calendar';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import type { Session, Waiting } from '../../../cloudfunctions/school/session/model';
import {
  accept,
  enrolmentOf,
  lapse,
  leave,
  pass,
  releaseElderSeats,
  resize,
  type Step,
} from '../../../cloudfunctions/school/session/seats';
import { sampleSession } from './sample-session';

const START = Date.parse('2026-11-23T09:00:00+08:00');
const step = (by: string, now: number, rid: string): Step => ({ now, rid, by, rules: DEFAULT_SETTINGS });

/** The two guarded writes as a model of what the database does with them. */
function take(session: Session, who: Waiting): Session {
  if (enrolmentOf(session, who.personId).is !== 'none') return session;
  if (who.elder && session.seats.elderOpen > 0) {
    return {
      ...session,
      seats: { ...session.seats, elderOpen: session.seats.elderOpen - 1 },
      holders: [...session.holders, { ...who, from: 'elder' }],
    };
  }
  if (session.seats.open > 0)
    return {
      ...session,
      seats: { ...session.seats, open: session.seats.open - 1 },
      holders: [...session.holders, { ...who, from: 'general' }],
    };
  return { ...session, queue: [...session.queue, who] };
}

const person = (n: number): Waiting => ({
  personId: `p${n}`,
  seat: `s${n}`,
  name: '',
  elder: n % 3 === 0,
  at: START,
});

type Deed = {
  do: 'take' | 'leave' | 'accept' | 'pass' | 'lapse' | 'release' | 'resize';
  who: number;
  more: number;
};
const deeds = fc.array(
  fc.record<Deed>({
    do: fc.constantFrom('take', 'leave', 'accept', 'pass', 'lapse', 'release', 'resize'),
    who: fc.nat(11),
    more: fc.nat(8),
  }),
  { maxLength: 60 },
);

function perform(session: Session, deed: Deed, now: number, rid: string): Session {
  const one = person(deed.who);
  try {
    switch (deed.do) {
      case 'take':
        return take(session, one);
      case 'leave':
        return leave(session, step(one.personId, now, rid));
      case 'accept':
        return accept(session, step(one.personId, now, rid));
      case 'pass':
        return pass(session, step(one.personId, now, rid));
      case 'lapse':
        return lapse(session, step('system', now, rid));
      case 'release':
        return releaseElderSeats(session, step('system', now, rid));
      case 'resize':
        return resize(session, 2 + deed.more, step('host', now, rid));
    }
  } catch (error) {
    assert.match(String(error), /NO_OFFER|OFFER_EXPIRED|CAPACITY_IN_USE/);
    return session;
  }
}

test('whatever people do in whatever order, seats + holders + offers = capacity and nobody is in two places', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      let session = sampleSession(START, { capacity: 5, elderOpen: 1 });
      let now = START;
      for (const [place, deed] of list.entries()) {
        now += HOUR / 2;
        session = perform(session, deed, now, `r${place}`);
        const { open, elderOpen } = session.seats;
        assert.equal(open + elderOpen + session.holders.length + session.offers.length, session.capacity);
        assert.ok(open >= 0 && elderOpen >= 0);
        const ids = [...session.holders, ...session.offers, ...session.queue].map((one) => one.personId);
        assert.equal(new Set(ids).size, ids.length, 'nobody twice');
        assert.ok(open === 0 || session.queue.length === 0, 'nobody waits before a free seat');
        assert.ok(
          elderOpen === 0 || !session.queue.some((one) => one.elder),
          'no elder waits before a seat kept for elders',
        );
      }
    }),
    { numRuns: 400 },
  );
});

test('a seat given back is offered to the first in line, with a deadline', () => {
  let session = sampleSession(START, { capacity: 1, elderOpen: 0 });
  for (const n of [1, 2, 4]) session = take(session, person(n));
  assert.deepEqual(
    session.queue.map((one) => one.personId),
    ['p2', 'p4'],
  );
  session = leave(session, step('p1', START, 'r1'));
  assert.deepEqual(enrolmentOf(session, 'p2'), { is: 'offered', until: START + 4 * HOUR });
  assert.deepEqual(enrolmentOf(session, 'p4'), { is: 'waiting', place: 1 });
});

test('who stays silent loses the offer to the next and is not asked again', () => {
  let session = sampleSession(START, { capacity: 1, elderOpen: 0 });
  for (const n of [1, 2, 4]) session = take(session, person(n));
  session = leave(session, step('p1', START, 'r1'));
  session = lapse(session, step('system', START + 5 * HOUR, 'r2'));
  assert.equal(enrolmentOf(session, 'p2').is, 'none');
  assert.equal(enrolmentOf(session, 'p4').is, 'offered');
  session = pass(session, step('p4', START + 5 * HOUR, 'r3'));
  assert.equal(session.seats.open, 1);
});

test('seats kept for elders go to elders first and to everybody after their time', () => {
  let session = sampleSession(START, { capacity: 2, elderOpen: 1 });
  session = take(session, person(1));
  session = take(session, person(2));
  assert.equal(enrolmentOf(session, 'p2').is, 'waiting');
  session = take(session, person(3));
  assert.equal(enrolmentOf(session, 'p3').is, 'seated', 'an elder');
  session = leave(session, step('p3', START, 'r1'));
  assert.equal(enrolmentOf(session, 'p2').is, 'waiting', 'the seat stays kept');
  session = releaseElderSeats(session, step('system', START + HOUR, 'r2'));
  assert.equal(enrolmentOf(session, 'p2').is, 'offered');
});

test('an offer that has passed cannot be accepted', () => {
  let session = sampleSession(START, { capacity: 1, elderOpen: 0 });
  for (const n of [1, 2]) session = take(session, person(n));
  session = leave(session, step('p1', START, 'r1'));
  assert.throws(() => accept(session, step('p2', START + 4 * HOUR, 'r2')), { code: 'OFFER_EXPIRED' });
});

import type { Command } from '../../core/database';
import type { GuardedWrite } from '../../core/repository';
import type { Holder, SeatKind, Waiting } from './model';

/**
 * The two stampedes as guarded writes. The rule is the condition, so nobody retries:
 *
 *   seats.open 1 ── A takes ──► condition holds ──► open 0, A holds
 *                └─ B takes ──► condition fails ──► one read says SEATS_FULL
 */

/** I am in none of the three lists. */
function absent(_: Command, personId: string): Record<string, unknown> {
  return {
    'holders.personId': _.neq(personId),
    'queue.personId': _.neq(personId),
    'offers.personId': _.neq(personId),
  };
}

export function takeSeat(_: Command, one: Waiting, from: SeatKind, rid: string, now: number): GuardedWrite {
  const field = from === 'elder' ? 'seats.elderOpen' : 'seats.open';
  const holder: Holder = { ...one, from };
  return {
    condition: { state: 'open', startsAt: _.gt(now), [field]: _.gt(0), ...absent(_, one.personId) },
    update: {
      [field]: _.inc(-1),
      holders: _.push([holder]),
      people: _.push([one.personId]),
      timeline: _.push([{ rid, at: now, by: one.personId, command: 'take' }]),
    },
  };
}

/** Only when no seat is left that this person may have: a free seat and a queue never stand together. */
export function joinQueue(_: Command, one: Waiting, rid: string, now: number): GuardedWrite {
  return {
    condition: {
      state: 'open',
      startsAt: _.gt(now),
      'seats.open': _.lte(0),
      ...(one.elder ? { 'seats.elderOpen': _.lte(0) } : {}),
      ...absent(_, one.personId),
    },
    update: {
      queue: _.push([one]),
      people: _.push([one.personId]),
      timeline: _.push([{ rid, at: now, by: one.personId, command: 'wait' }]),
    },
  };
}

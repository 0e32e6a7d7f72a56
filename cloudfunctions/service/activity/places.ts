import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import type { Command } from '../../core/database';
import { refuse } from '../../core/refusal';
import type { GuardedWrite } from '../../core/repository';
import { type Activity, shelfOf, type Volunteer } from './model';

/** Places of an activity: taking one is the stampede, so the rule is the condition and nobody retries. */

export function takePlace(_: Command, one: Volunteer, rid: string, now: number): GuardedWrite {
  return {
    condition: {
      state: 'open',
      startsAt: _.gt(now),
      open: _.gt(0),
      'volunteers.personId': _.neq(one.personId),
    },
    update: {
      open: _.inc(-1),
      volunteers: _.push([one]),
      people: _.push([one.personId]),
      timeline: _.push([{ rid, at: now, by: one.personId, command: 'join' }]),
    },
  };
}

export function volunteerOf(activity: Activity, personId: string | null): Volunteer | null {
  return activity.volunteers.find((one) => one.personId === personId) ?? null;
}

/** 去不了了: until it begins, without a reason. @throws ACTIVITY_CLOSED */
export function leave(activity: Activity, step: Act): Activity {
  if (volunteerOf(activity, step.by) === null) return activity;
  if (activity.state !== 'open' || step.now >= activity.startsAt) refuse('ACTIVITY_CLOSED');
  const left: Activity = {
    ...activity,
    open: activity.open + 1,
    volunteers: activity.volunteers.filter((one) => one.personId !== step.by),
    people: activity.people.filter((one) => one !== step.by),
  };
  return noted(left, step, 'leave');
}

/** Called off before it begins. @throws ACTIVITY_CLOSED */
export function cancel(activity: Activity, reason: string, step: Act): Activity {
  if (activity.state !== 'open' || step.now >= activity.startsAt) refuse('ACTIVITY_CLOSED');
  return noted(
    { ...activity, state: 'cancelled', shelf: shelfOf('cancelled'), cancelled: reason },
    step,
    'cancel',
  );
}

import { noted } from '../../core/act';
import type { AggregateDefinition, TimerContext } from '../../core/aggregate';
import { drafted } from './hours';
import { type Activity, shelfOf } from './model';
import { tellHours } from './notices';

/** Beginning and ending are the clock's; with the end come the drafts of everybody's hours. */
function onTimer(activity: Activity, { now, rid, invocation }: TimerContext): Activity {
  let next = activity;
  if (next.state === 'open' && next.startsAt <= now)
    next = { ...noted(next, { now, rid: `${rid}:begin`, by: 'system' }, 'begin'), state: 'running' };
  if (next.state === 'running' && next.endsAt <= now) {
    const ended: Activity = { ...drafted(next), state: 'ended', shelf: shelfOf('ended') };
    next = tellHours(noted(ended, { now, rid: `${rid}:end`, by: 'system' }, 'end'), invocation, now);
  }
  return next;
}

export const activities: AggregateDefinition<Activity> = {
  collection: 'activities',
  schema: 1,
  nextTimer: ({ state, startsAt, endsAt }) =>
    state === 'open' ? startsAt : state === 'running' ? endsAt : null,
  onTimer,
};

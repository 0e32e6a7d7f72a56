import { afterWorkdays, DAY, HOUR } from '../../core/calendar';
import type { Settings } from '../../core/settings';
import { MACHINES } from './machines';
import type { ServiceRequest } from './model';

/** When the timers of the machines fire, from entering their state (workflows 10.7). */
const DELAYS: Readonly<Record<string, (request: ServiceRequest, settings: Settings) => number>> = {
  'wish.needInfo': (request, settings) => request.enteredAt + settings.needInfoDays * DAY,
  'wish.unclaimed': (request, settings) => request.enteredAt + settings.unclaimedFallbackDays * DAY,
  'wish.firstContact': (request, settings) => request.enteredAt + settings.claimFirstContactHours * HOUR,
  'wish.match': (request, settings) => request.enteredAt + settings.claimMatchDays * DAY,
  'wish.fallback': (request) => request.dueAt ?? request.enteredAt + 7 * DAY,
  'wish.unconfirmed': (request, settings) => request.enteredAt + settings.confirmDays * DAY,
  'wish.rating': (request, settings) => request.enteredAt + settings.ratingWindowDays * DAY,
  'errand.needInfo': (request, settings) => request.enteredAt + settings.needInfoDays * DAY,
  'errand.hold': (request) => request.dueAt ?? request.enteredAt + 7 * DAY,
  'errand.terminated': (request) => request.enteredAt + 30 * DAY,
  'errand.unconfirmed': (request, settings) => request.enteredAt + settings.confirmDays * DAY,
  'errand.rating': (request, settings) => request.enteredAt + settings.ratingWindowDays * DAY,
  'grid.needInfo': (request, settings) => request.enteredAt + settings.needInfoDays * DAY,
  'grid.accept': (request, settings) => afterWorkdays(request.enteredAt, settings.errandAcceptWorkdays),
  'grid.whistle': (request) => afterWorkdays(request.enteredAt, 1),
  'grid.hold': (request) => request.dueAt ?? request.enteredAt + 7 * DAY,
  'grid.review': (request) => request.dueAt ?? request.enteredAt + 30 * DAY,
  'grid.unconfirmed': (request, settings) => request.enteredAt + settings.confirmDays * DAY,
  'grid.rating': (request, settings) => request.enteredAt + settings.ratingWindowDays * DAY,
};

export interface DueTimer {
  name: string;
  does: string;
  at: number;
}

/** The timers of the state it is in that have not fired, earliest first. */
export function timersOf(request: ServiceRequest, settings: Settings): DueTimer[] {
  const timers = MACHINES[request.kind].states[request.state]?.timers ?? [];
  return timers
    .filter((timer) => !request.timersDone.includes(timer.name))
    .map((timer) => ({ name: timer.name, does: timer.does, at: delayOf(timer.name)(request, settings) }))
    .sort((a, b) => a.at - b.at);
}

function delayOf(name: string): (request: ServiceRequest, settings: Settings) => number {
  const delay = DELAYS[name];
  if (delay === undefined) throw new Error(`no delay for the timer ${name}`);
  return delay;
}

/** The promise that a state starts with: whoever has to act next, until when. */
export function promisedBy(request: ServiceRequest, now: number, settings: Settings): number | null {
  switch (request.state) {
    case 'manual_review':
    case 'verifying':
      return afterWorkdays(now, settings.verifyWorkdays);
    case 'submitted':
    case 'reported':
    case 'bounced':
    case 'reopened':
    case 'handled':
      return afterWorkdays(now, settings.errandAcceptWorkdays);
    case 'need_info':
      return now + settings.needInfoDays * DAY;
    case 'open':
      return now + settings.unclaimedFallbackDays * DAY;
    case 'fallback':
      return now + settings.fallbackDays * DAY;
    case 'delivered':
    case 'returned':
    case 'awaiting':
      return now + settings.confirmDays * DAY;
    case 'done':
      return afterWorkdays(now, 1);
    case 'on_hold':
    case 'pending_long':
      return request.dueAt;
    default:
      return request.helper?.promisedFor ?? workdaysOf(request, now, settings) ?? request.dueAt;
  }
}

function workdaysOf(request: ServiceRequest, now: number, settings: Settings): number | null {
  if (request.tier === null) return null;
  return request.dueAt ?? afterWorkdays(now, settings.tierWorkdays[request.tier]);
}

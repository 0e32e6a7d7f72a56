import { LIMITS } from '@contract/limits';
import type { TripState } from '@contract/trip';
import { noted } from '../../core/act';
import type { TimerContext } from '../../core/aggregate';
import { DAY, MINUTE, startOfDay } from '../../core/calendar';
import { allowed } from '../../core/machine';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import { type Need, needed, reported, telling } from './effects';
import { type TripStep, tripMachine } from './machine';
import type { DoorRecord, Trip } from './model';

/** Decisions on one trip; pure. */

export interface TripAct {
  now: number;
  rid: string;
  by: string;
  invocation: string;
}

/** What was found at one door; `at` when, by the visitor's phone; `occurredAt` only if it was sent later. */
export type Found = Omit<DoorRecord, 'requestId'> & { need: Need | null; occurredAt: number | null };

/** The state that a command leads to: there already, it changes nothing. */
const LEADS_TO: Readonly<Record<'start' | 'end' | 'cancel', TripState>> = {
  start: 'under_way',
  end: 'ended',
  cancel: 'cancelled',
};

/** Out of the queue of a phone they may come twice and in any order. @throws NOT_FOUND, NOT_NOW */
export function step(trip: Trip, command: 'start' | 'end' | 'cancel', act: TripAct): Trip {
  mustBeOwn(trip, act.by);
  if (trip.state === LEADS_TO[command]) return trip;
  // 出发了 that arrives after 走完了: the trip is over all the same.
  if (command === 'start' && trip.state === 'ended') return trip;
  const rule = tripMachine.states[trip.state].on[command] ?? refuse('NOT_NOW');
  const moved = noted({ ...trip, state: rule.to }, act, command);
  if (command === 'start') return told(moved, act);
  return command === 'cancel' && trip.told ? withEffects(moved, telling(moved, 'off', act)) : moved;
}

/** Whoever may not go to doors any more does not come: nobody waits with a good code, and who was told is told. Pure. */
export function visitorGone(trip: Trip, act: TripAct): Trip {
  const rule = tripMachine.states[trip.state].on.visitor_gone;
  if (rule === undefined) return trip;
  const moved = noted({ ...trip, state: rule.to }, act, 'visitor_gone');
  return trip.told ? withEffects(moved, telling(moved, 'off', act)) : moved;
}

/**
 * The door's sentence. Of two for one door the one that was said later stands, whichever arrives first;
 * a need that was once handed in stays handed in. @throws NOT_FOUND, INVALID_INPUT
 */
export function record(trip: Trip, found: Found, act: TripAct): Trip {
  mustBeOwn(trip, act.by);
  const { need, occurredAt, ...line } = found;
  const sent = { ...line, occurredAt };
  const stop = trip.stops.find(({ key }) => key === line.stop) ?? refuse('INVALID_INPUT', { field: 'stop' });
  if ((stop.requestId === null) === (line.door === '')) refuse('INVALID_INPUT', { field: 'door' });
  if (need !== null && line.outcome === 'nobody') refuse('INVALID_INPUT', { field: 'need' });
  const same = (one: DoorRecord) => one.stop === line.stop && one.door === line.door;
  const before = trip.records.find(same);
  if (before === undefined && trip.records.length >= LIMITS.tripDoors)
    refuse('INVALID_INPUT', { field: 'door' });
  const requestId = before?.requestId ?? need?.requestId ?? null;
  const later = before === undefined || line.at >= before.at;
  const written: DoorRecord = later ? { ...line, requestId } : { ...before, requestId };
  const records = before
    ? trip.records.map((one) => (same(one) ? written : one))
    : [...trip.records, written];
  const state = tripMachine.states[trip.state].on.record?.to ?? trip.state;
  const next = told(noted({ ...trip, records, state }, act, 'record'), act);
  const fresh = need !== null && before?.requestId == null ? [needed(trip, sent, need, act)] : [];
  return withEffects(next, [...fresh, ...(later ? reported(stop, sent, act, trip._id) : [])]);
}

/** Told once, before the visit or when it begins. */
export function told(trip: Trip, act: Omit<TripAct, 'rid' | 'by'> & { rid: string }): Trip {
  if (trip.told || (trip.state !== 'planned' && trip.state !== 'under_way')) return trip;
  return withEffects({ ...trip, told: true }, telling(trip, 'on', act));
}

export const endOfTrip = (trip: Pick<Trip, 'at'>) => startOfDay(trip.at) + DAY;
export const tellsAt = (trip: Pick<Trip, 'at'>, settings: Settings) =>
  trip.at - settings.visitTellMinutes * MINUTE;

export function nextTripTimer(trip: Trip, settings: Settings): number | null {
  if (trip.state !== 'planned' && trip.state !== 'under_way') return null;
  return trip.told ? endOfTrip(trip) : Math.min(tellsAt(trip, settings), endOfTrip(trip));
}

export function onTripTimer(trip: Trip, { now, rid, settings, invocation }: TimerContext): Trip {
  const due = nextTripTimer(trip, settings);
  if (due === null || due > now) return trip;
  const act = { now, rid, by: 'system', invocation };
  // The day is over: nobody is announced any more.
  if (endOfTrip(trip) <= now) return noted({ ...trip, state: 'ended' }, act, 'lapse');
  return noted(told(trip, act), act, 'tell');
}

/** What the visitor may do now; writing down is offered while the trip is open. */
export function nextOf(trip: Trip): TripStep[] {
  if (trip.state === 'cancelled') return [];
  return allowed(tripMachine, trip.state, new Set(['visitor'] as const));
}

function mustBeOwn(trip: Trip, by: string): void {
  if (trip.visitorId !== by) refuse('NOT_FOUND');
}

const withEffects = (trip: Trip, effects: Trip['effects']): Trip =>
  effects.length === 0 ? trip : { ...trip, effects: [...trip.effects, ...effects] };

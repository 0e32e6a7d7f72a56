import type { PersonLine } from '@contract/people';
import { birth } from '../../core/birth';
import { dayOf } from '../../core/calendar';
import { derivedId } from '../../core/ids';
import type { Settings } from '../../core/settings';
import { type TripAct, tellsAt, told } from './decide';
import type { Stop, Trip } from './model';

export interface Plan {
  id: string;
  visitor: { id: string; line: PersonLine; sample: boolean };
  writes: Trip['writes'];
  communityId: string;
  at: number;
  stops: readonly Stop[];
}

/** A planned trip; who is visited within the half hour is told at once. Pure. */
export function newTrip(plan: Plan, act: TripAct, settings: Settings): Trip {
  const households = plan.stops.flatMap((stop) => stop.households);
  const trip: Trip = {
    ...birth(plan.id, 1, [...new Set([plan.visitor.id, ...households])], act.now),
    timeline: [{ rid: act.rid, at: act.now, by: act.by, command: 'plan' }],
    sample: plan.visitor.sample,
    visitorId: plan.visitor.id,
    who: plan.visitor.line,
    writes: plan.writes,
    communityId: plan.communityId,
    state: 'planned',
    day: dayOf(plan.at),
    at: plan.at,
    stops: plan.stops,
    records: [],
    told: false,
  };
  return tellsAt(trip, settings) <= act.now ? told(trip, act) : trip;
}

/** The same matter or building has the same key on every trip: it is what the digits follow from. */
export const matterKey = (requestId: string) => requestId;
export const buildingKey = (communityId: string, building: string) =>
  derivedId('building', communityId, building.replace(/\s/g, ''));

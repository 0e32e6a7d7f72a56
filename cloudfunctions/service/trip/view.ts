import type { VisitorView } from '@contract/portrait';
import type { ComingVisit, TripCard, TripCommand, TripOut, TripStop, TripView } from '@contract/trip';
import { communityName } from '../../people/community/list';
import { doorCode } from '../request/knock-code';
import type { ServiceRequest } from '../request/model';
import { endOfTrip, nextOf } from './decide';
import type { Stop, Trip } from './model';

/** Views of a trip for who walks it, for a household and for the desk; none of them holds `households`. */

type Sign = (text: string) => string;

export const codeOf = (trip: Trip, stop: Stop, sign: Sign): string =>
  doorCode(stop.key, trip.visitorId, trip.at, sign);

export function tripCard(trip: Trip): TripCard {
  return {
    id: trip._id,
    state: trip.state,
    at: trip.at,
    stops: trip.stops.map(({ title }) => title),
    sample: trip.sample,
  };
}

/** @param matters as they stand now · urls of recordings, by file id */
export function tripView(
  trip: Trip,
  matters: readonly ServiceRequest[],
  urls: ReadonlyMap<string, string>,
  sign: Sign,
): TripView {
  const open = trip.state === 'planned' || trip.state === 'under_way';
  return {
    ...tripCard(trip),
    community: communityName(trip.communityId),
    who: trip.who,
    until: endOfTrip(trip),
    places: trip.stops.map((stop) => placeOf(trip, stop, matters, urls, sign)),
    next: nextOf(trip).filter((one): one is TripCommand => one !== 'lapse' && (open || one !== 'record')),
  };
}

function placeOf(
  trip: Trip,
  stop: Stop,
  matters: readonly ServiceRequest[],
  urls: ReadonlyMap<string, string>,
  sign: Sign,
): TripStop {
  const matter = matters.find(({ _id }) => _id === stop.requestId);
  const gone = isGone(trip, stop, matter);
  const audioOf = (audio: { fileId: string; seconds: number } | null) =>
    audio === null ? null : { url: urls.get(audio.fileId) ?? null, seconds: audio.seconds };
  return {
    key: stop.key,
    requestId: stop.requestId,
    title: stop.title,
    // What does not concern the visitor any more is not shown either.
    building: gone ? '' : stop.building,
    homeAt: gone ? '' : (matter?.when ?? ''),
    code: gone ? '' : codeOf(trip, stop, sign),
    gone,
    records: trip.records
      .filter((one) => one.stop === stop.key)
      .map(({ door, outcome, said, audio, requestId, at }) => ({
        door,
        outcome,
        said,
        audio: audioOf(audio),
        requestId,
        at,
      })),
  };
}

/** A matter that is over, or that another one does by now: nobody is to open a door for this visitor. */
const isGone = (trip: Trip, stop: Stop, matter: ServiceRequest | undefined): boolean =>
  stop.requestId !== null && (matter?.open !== true || matter.helperId !== trip.visitorId);

/** The trip with the stops that its visitor is still to come to. @param matters of its stops, as they stand now */
export const stillTo = (trip: Trip, matters: ReadonlyMap<string, ServiceRequest>): Trip => ({
  ...trip,
  stops: trip.stops.filter((stop) => !isGone(trip, stop, matters.get(stop.requestId ?? ''))),
});

/** Where these people are visited on this trip. */
export function comingVisits(
  trip: Trip,
  personId: string,
  forWhom: string,
  visitor: VisitorView,
  sign: Sign,
): ComingVisit[] {
  if (trip.state !== 'planned' && trip.state !== 'under_way') return [];
  return trip.stops
    .filter((stop) => stop.households.includes(personId) && !visited(trip, stop))
    .map((stop) => ({
      id: `${trip._id}-${stop.key}`,
      who: trip.who,
      visitor,
      at: trip.at,
      title: stop.requestId === null ? '' : stop.title,
      requestId: stop.requestId,
      code: codeOf(trip, stop, sign),
      until: endOfTrip(trip),
      forWhom,
      sample: trip.sample,
    }));
}

/** The door of a matter has been opened: nobody else is to come for it. */
const visited = (trip: Trip, stop: Stop): boolean =>
  stop.requestId !== null && trip.records.some((one) => one.stop === stop.key && one.outcome === 'met');

export function tripOut(trip: Trip, sign: Sign): TripOut {
  return {
    id: trip._id,
    who: trip.who,
    at: trip.at,
    doors: trip.stops.map((stop) => ({ building: stop.building, code: codeOf(trip, stop, sign) })),
    sample: trip.sample,
  };
}

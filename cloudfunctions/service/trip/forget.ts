import type { Trip } from './model';

/** Somebody was erased: what this trip says of them goes, the trip of the others stays. Pure. */
export function forgotten(trip: Trip, personId: string): Trip {
  if (trip.visitorId === personId)
    return {
      ...trip,
      who: { ...trip.who, name: trip.who.role },
      records: trip.records.map((one) => ({ ...one, said: '', audio: null })),
    };
  const theirs = new Set(
    trip.stops
      .filter((stop) => stop.requestId !== null && stop.households.includes(personId))
      .map(({ key }) => key),
  );
  return {
    ...trip,
    people: trip.people.filter((one) => one !== personId),
    stops: trip.stops.map((stop) => ({
      ...stop,
      households: stop.households.filter((one) => one !== personId),
      ...(theirs.has(stop.key) ? { title: '办过的一件事', building: '' } : {}),
    })),
    records: trip.records.map((one) => (theirs.has(one.stop) ? { ...one, said: '', audio: null } : one)),
  };
}

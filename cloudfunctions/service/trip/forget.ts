import { filesGone } from '../../core/attachment';
import type { Trip } from './model';

/** Recordings that this trip alone names: what was said of a need went on with the matter made of it. */
export function recordingsOf({ records }: Pick<Trip, 'records'>): string[] {
  return records.flatMap(({ audio, requestId }) =>
    audio === null || requestId !== null ? [] : [audio.fileId],
  );
}

/** Somebody was erased: what this trip says of them goes, the trip of the others stays. Pure. */
export function forgotten(
  trip: Trip,
  { personId, ...step }: { personId: string; rid: string; now: number; invocation: string },
): Trip {
  const next = withoutTheirs(trip, personId);
  const left = new Set(recordingsOf(next));
  const files = recordingsOf(trip).filter((file) => !left.has(file));
  if (files.length === 0) return next;
  return { ...next, effects: [...next.effects, filesGone(`${trip._id}:${step.rid}`, files, step)] };
}

function withoutTheirs(trip: Trip, personId: string): Trip {
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

import type { Effect } from '../../core/aggregate';
import { promise } from '../../core/effects';
import type { DoorRecord, Stop, Trip } from './model';

/** What reaches beyond the trip, as effects of the update that wrote it; pure. */

export interface Need {
  kind: 'wish' | 'errand' | 'grid';
  /** '' where only a recording says it. */
  text: string;
  requestId: string;
  /** Whose home it is, where a card told; otherwise the name that they gave. */
  personId: string | null;
  name: string;
}

interface Act {
  now: number;
  rid: string;
  invocation: string;
}

/** Written down without a network and sent later: when it was; `null` otherwise (10.2). */
interface Late {
  occurredAt: number | null;
}

/** One effect for each stop: households and their relatives are looked up when it is carried out. */
export function telling(trip: Trip, what: 'on' | 'off', { invocation, now }: Act): Effect[] {
  return trip.stops
    .filter(({ households }) => households.length > 0)
    .map(({ key }) =>
      promise(
        `${trip._id}:${key}:${what}`,
        'tell_visit',
        { tripId: trip._id, stop: key, what },
        invocation,
        now,
      ),
    );
}

/** A need becomes a request in the same breath; its id follows from the door, so that it does so once. */
export function needed(
  trip: Trip,
  line: Pick<DoorRecord, 'stop' | 'door' | 'audio'> & Late,
  need: Need,
  { invocation, now }: Act,
): Effect {
  const data = { tripId: trip._id, stop: line.stop, audio: line.audio, occurredAt: line.occurredAt, ...need };
  return promise(`${trip._id}:${line.stop}:${line.door}:need`, 'submit_from_trip', data, invocation, now);
}

/** What was found at the door of a matter stands in the matter's own history too: nobody writes it twice. */
export function reported(
  stop: Stop,
  line: Pick<DoorRecord, 'outcome' | 'said'> & Late,
  { rid, invocation, now }: Act,
  tripId: string,
): Effect[] {
  const note = line.said !== '' ? line.said : line.outcome === 'nobody' ? '来过了，家里没人，改天再来' : '';
  if (stop.requestId === null || note === '') return [];
  const data = { tripId, requestId: stop.requestId, note, occurredAt: line.occurredAt };
  return [promise(`${tripId}:${stop.key}:${rid}:said`, 'say_on_trip', data, invocation, now)];
}

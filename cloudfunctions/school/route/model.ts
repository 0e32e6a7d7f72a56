import type { Consent, Half } from '@contract/route';
import type { Route } from '@contract/words';
import type { AggregateDefinition } from '../../core/aggregate';
import { type Ageing, growsOld } from '../content/fresh';

/** A walk's place at a stop: taken when it is asked for, given back when it does not come about. */
export interface Place {
  walkId: string;
  /** `2026-12-01` */
  day: string;
  half: Half;
}

/** A class that the storyteller teaches: it takes of the same strength as a walk (S23). */
export interface ClassPlace {
  sessionId: string;
  teacherId: string;
  startsAt: number;
  endsAt: number;
  /** When it was taken: one whose class was never written grows stale. */
  at: number;
}

/**
 * A stop of a route (S20–S23): a place, or somebody who tells. The places of the month stand in it,
 * so that two bookings of the last one meet in one document, a walk and a class too. Somebody who tells has
 * one stop. No address and no telephone is stored.
 */
export interface Stop extends Ageing {
  route: Route;
  order: number;
  kind: 'place' | 'person';
  name: string;
  title: string | null;
  topic: string | null;
  manner: string | null;
  consent: Consent;
  /** The account that answers; `null`: the office does. */
  tellerId: string | null;
  /** Code that the office hands to the storyteller; `null` when there is none, gone when used. */
  invitation: string | null;
  /** Months of rest, `2026-12`. */
  resting: string[];
  places: Place[];
  classes?: readonly ClassPlace[];
  unitConfirms: boolean;
  most: number | null;
  safety: string | null;
}

/** What the office says of a place; somebody who tells speaks for themself. */
export const isOfficeWord = ({ kind }: Pick<Stop, 'kind'>) => kind === 'place';

export const stops: AggregateDefinition<Stop> = {
  collection: 'stops',
  schema: 1,
  ...growsOld<Stop>((stop) => ({
    shown: isOfficeWord(stop),
    called: `路线上的“${stop.name}”`,
    link: '/packages/school/telling/telling',
  })),
};

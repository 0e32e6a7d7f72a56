import type { ActivityState, HoursState, TeamCard } from '@contract/activity';
import type { ActivityKind, ServiceProject } from '@contract/words';
import type { Aggregate } from '../../core/aggregate';

/** Hours stand in the place of the volunteer: one activity, one person, one record. */
export interface Hours {
  state: HoursState;
  minutes: number;
  /** The volunteer's own words when asking for a correction. */
  words: string;
  certifiedAt: number | null;
}

export interface Volunteer {
  personId: string;
  /** Names the place on the organiser's list; means nothing outside this activity. */
  seat: string;
  /** How the list shows them. */
  name: string;
  at: number;
  hours: Hours | null;
}

/**
 * One activity of a volunteer team with its places and its hours.
 * Invariant: `open + volunteers = places`.
 */
export interface Activity extends Aggregate {
  title: string;
  text: string;
  kind: ActivityKind;
  project: ServiceProject | null;
  teamId: string;
  /** As it was called when this was planned. */
  team: TeamCard;
  place: string;
  bring: string[];
  startsAt: number;
  endsAt: number;
  state: ActivityState;
  shelf: 'coming' | 'past';
  places: number;
  open: number;
  volunteers: readonly Volunteer[];
  cancelled: string;
}

export function shelfOf(state: ActivityState): Activity['shelf'] {
  return state === 'open' || state === 'running' ? 'coming' : 'past';
}

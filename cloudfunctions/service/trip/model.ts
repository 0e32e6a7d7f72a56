import type { PersonLine } from '@contract/people';
import type { TripState } from '@contract/trip';
import type { VisitOutcome } from '@contract/words';
import type { Aggregate } from '../../core/aggregate';

/** A matter in hand, or a building whose doors are knocked at without one. */
export interface Stop {
  key: string;
  requestId: string | null;
  title: string;
  /** L2 */
  building: string;
  /** Who is told beforehand: of a building those who have said that they live there. Nobody sees this list. */
  households: readonly string[];
}

export interface DoorRecord {
  stop: string;
  /** Names the door within a building; '' for the door of a matter. */
  door: string;
  outcome: VisitOutcome;
  /** L2 */
  said: string;
  audio: { fileId: string; seconds: number } | null;
  requestId: string | null;
  /** When it was found, by the visitor's phone. */
  at: number;
}

/** One way out of the door (S60, S68). What one person did is never added up. */
export interface Trip extends Aggregate {
  visitorId: string;
  who: PersonLine;
  /** `grid`: what is needed is written down by a grid worker, otherwise by a neighbour. */
  writes: 'grid' | 'neighbour';
  communityId: string;
  state: TripState;
  /** `2026-11-26` in Shanghai. */
  day: string;
  at: number;
  stops: readonly Stop[];
  records: readonly DoorRecord[];
  /** The households have been told. */
  told: boolean;
}

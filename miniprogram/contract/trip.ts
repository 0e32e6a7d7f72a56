import type { Nothing, Read, Write } from './kinds';
import type { PersonLine } from './people';
import type { VisitorView } from './portrait';
import type { VisitOutcome } from './words';

/**
 * 敲门问需 and 万家大走访 (S60, S68): one way out of the door. What lies on the way (顺路) goes into one
 * trip, and doors where nobody asked for anything are knocked at. Nothing here is ever counted by person.
 */
export type TripState = 'planned' | 'under_way' | 'ended' | 'cancelled';
export type TripCommand = 'start' | 'record' | 'end' | 'cancel';

/** Something in hand that could lie on the way. The building only, as `request.get` shows it. */
export interface TripMatter {
  id: string;
  title: string;
  word: string;
  building: string;
  homeAt: string;
}

/** 顺路: the same building, then those next to it; the person picks. */
export interface OneTrip {
  /** What they have in common: 3 号楼. */
  place: string;
  matters: TripMatter[];
}

export interface TripCard {
  id: string;
  state: TripState;
  /** About when the first door is knocked at, epoch ms. */
  at: number;
  /** 换厨房灯、3 号楼 … */
  stops: string[];
  sample: boolean;
}

/** What was found at one door, in one sentence. */
export interface TripRecord {
  /** Names the door within its stop; '' for the door of a matter. */
  door: string;
  outcome: VisitOutcome;
  said: string;
  audio: { url: string | null; seconds: number } | null;
  /** The matter that came of it. */
  requestId: string | null;
  at: number;
}

export interface TripStop {
  key: string;
  /** `null`: a building whose doors are knocked at without a matter. */
  requestId: string | null;
  title: string;
  building: string;
  homeAt: string;
  /** 敲门码 of the day of the trip: known beforehand, so that it is there without a network. */
  code: string;
  /** Withdrawn, handed on or done meanwhile: no need to go. */
  gone: boolean;
  records: TripRecord[];
}

export interface TripView extends TripCard {
  community: string;
  /** How the households see who comes. */
  who: PersonLine;
  /** End of the day on which the codes are good, epoch ms. */
  until: number;
  places: TripStop[];
  next: TripCommand[];
}

/** 今天谁要来, for the household and for relatives whom the elder lets follow. */
export interface ComingVisit {
  id: string;
  who: PersonLine;
  /** What they let the household see of themself. */
  visitor: VisitorView;
  at: number;
  /** What for, '' for 敲门问需. */
  title: string;
  requestId: string | null;
  code: string;
  until: number;
  /** 张** when it is an elder's home, '' for one's own. */
  forWhom: string;
  sample: boolean;
}

export interface TripOut {
  id: string;
  who: PersonLine;
  at: number;
  doors: { building: string; code: string }[];
  sample: boolean;
}

/** At the door: a household card that was scanned, or how they want to be called; `null` when not said. */
export type TripHousehold = { by: 'card'; code: string } | { by: 'name'; name: string } | null;

export type TripActions = {
  'trip.options': Read<
    Nothing,
    { communityId: string; community: string; ways: OneTrip[]; most: number; buildings: string[] }
  >;
  'trip.plan': Write<{ communityId: string; at: number; matters: string[]; buildings: string[] }, TripView>;
  'trip.mine': Read<Nothing, { open: TripCard[]; past: TripCard[] }>;
  'trip.get': Read<{ id: string }, TripView>;
  'trip.start': Write<{ id: string }, TripView>;
  'trip.end': Write<{ id: string }, TripView>;
  'trip.cancel': Write<{ id: string }, TripView>;
  /** Said again for the same door, the later sentence stands; what is needed becomes a request once. */
  'trip.record': Write<
    {
      id: string;
      stop: string;
      door: string;
      outcome: VisitOutcome;
      said: string;
      audio: { fileId: string; seconds: number } | null;
      household: TripHousehold;
      need: { kind: 'wish' | 'errand' | 'grid'; text: string } | null;
    },
    TripView
  >;
  'trip.coming': Read<Nothing, { items: ComingVisit[] }>;
  /** Who is out today, for the desk that a household in doubt telephones. */
  'trip.desk': Read<{ communityId: string | null }, { community: string; items: TripOut[] }>;
};

import type { Nothing, Page, Read, Write } from './kinds';
import type { ActivityKind, ServiceProject } from './words';

/** A volunteer team (S64). `name: null`: the seed does not say. */
export interface TeamCard {
  id: string;
  name: string | null;
}

export type ActivityState = 'open' | 'running' | 'ended' | 'cancelled';

/**
 * How a volunteer's hours stand (workflows 2.7): drafted from the facts, confirmed by the volunteer,
 * certified by who organised; `asked` waits for a correction, `absent` was not there.
 */
export type HoursState = 'draft' | 'confirmed' | 'asked' | 'certified' | 'absent';

export interface HoursView {
  state: HoursState;
  minutes: number;
  /** What the volunteer wrote when asking for a correction. */
  words: string;
  /** Number of the record, '' until it is certified. */
  no: string;
}

export type ActivityCommand = 'join' | 'leave' | 'confirm_hours' | 'correct_hours' | 'not_there' | 'desk';

export interface ActivityCard {
  id: string;
  title: string;
  kind: ActivityKind;
  project: ServiceProject | null;
  team: TeamCard;
  startsAt: number;
  endsAt: number;
  place: string;
  state: ActivityState;
  /** Places that are left. */
  left: number;
  mine: boolean;
  sample: boolean;
}

export interface ActivityView extends ActivityCard {
  text: string;
  bring: string[];
  places: number;
  cancelled: string;
  /** The reader's own hours, `null` before the end or without a place. */
  hours: HoursView | null;
  next: ActivityCommand[];
}

/** One volunteer on the desk of who organised. */
export interface VolunteerLine {
  seat: string;
  name: string;
  hours: HoursView | null;
  /** Who organised does not certify their own hours: the office does. */
  self: boolean;
}

export interface ActivityDesk {
  activity: ActivityView;
  roster: VolunteerLine[];
  canCancel: boolean;
}

export interface HoursLine {
  activityId: string;
  title: string;
  team: TeamCard;
  startsAt: number;
  endsAt: number;
  hours: HoursView;
  sample: boolean;
}

/** What a printed certificate says (workflows 2.7): identity, service, issuer, number, date. */
export interface CertificateView {
  no: string;
  /** As the volunteer wants to be called; '' when they have not said. */
  name: string;
  title: string;
  kind: ActivityKind;
  team: TeamCard;
  startsAt: number;
  endsAt: number;
  minutes: number;
  certifiedAt: number;
  /** `null` until the operator fills it in. */
  issuer: string | null;
  sample: boolean;
}

export interface PlanInput {
  teamId: string;
  kind: ActivityKind;
  project: ServiceProject | null;
  title: string;
  text: string;
  place: string;
  bring: string[];
  startsAt: number;
  endsAt: number;
  places: number;
}

export type ActivityActions = {
  'team.list': Read<Nothing, { teams: TeamCard[]; coming: ActivityCard[] }>;
  'activity.list': Read<{ teamId: string; after: string | null }, Page<ActivityCard>>;
  'activity.get': Read<{ id: string }, ActivityView>;
  /** PLACES_FULL when the last one went. */
  'activity.join': Write<{ id: string }, ActivityView>;
  /** Until it begins; no reason asked. */
  'activity.leave': Write<{ id: string }, ActivityView>;
  // hours: "who organises records, who records certifies"
  'activity.confirm_hours': Write<{ id: string }, ActivityView>;
  'activity.correct_hours': Write<{ id: string; minutes: number; words: string }, ActivityView>;
  'activity.not_there': Write<{ id: string }, ActivityView>;
  /** One's own record, and the same as CSV text for one's own use. */
  'hours.mine': Read<Nothing, { items: HoursLine[]; csv: string }>;
  'hours.certificate': Read<{ id: string }, CertificateView>;
  // who organises
  'activity.leading': Read<Nothing, { teams: TeamCard[]; coming: ActivityCard[]; past: ActivityCard[] }>;
  'activity.plan': Write<PlanInput, ActivityView>;
  'activity.desk': Read<{ id: string }, ActivityDesk>;
  'activity.cancel': Write<{ id: string; reason: string }, ActivityDesk>;
  /** Certifies what the volunteer confirmed. */
  'activity.certify': Write<{ id: string; seat: string }, ActivityDesk>;
  /** Answers a request for correction: the volunteer sees the new draft and confirms it. */
  'activity.settle': Write<{ id: string; seat: string; minutes: number }, ActivityDesk>;
};

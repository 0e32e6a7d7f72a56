import type { BesideMe } from './beside';
import type { PersonLine } from './people';
import type {
  ClassroomBrand,
  DeliveryStyle,
  FacilityPoint,
  FacultyBatch,
  LearnerGroup,
  Method,
  Program,
  ResourceTheme,
  SessionForm,
  SixHave,
  Track,
  VenueTier,
} from './words';

export interface CourseCard {
  id: string;
  title: string;
  track: Track;
  methods: Method[];
  groups: LearnerGroup[];
  program: Program;
  brand: ClassroomBrand | null;
  minutes: number;
  /** Orders still missing until it is scheduled; 0 when it is or will be. Never how popular it is. */
  missing: number;
  /** Ordered by this reader. */
  ordered: boolean;
  /** The nearest session that can be joined or waited for. */
  nextSession: { id: string; startsAt: number } | null;
  sample: boolean;
}

export interface CourseView extends CourseCard {
  summary: string;
  /** S54 “课堂+现场”; `null`: not said yet. */
  form: SessionForm | null;
  /** S55 讲法 */
  delivery: DeliveryStyle | null;
  /** S56 资源库 */
  themes: ResourceTheme[];
  /** S33–S36: where the teacher comes from; the name only when approved. */
  teacher: { batch: FacultyBatch; source: string; name: string | null };
  /** What this reader ordered for their 支部. */
  branchOrder: { name: string; size: number } | null;
  /** The 支部 that this reader named last, '' when never. */
  branch: string;
  sessions: SessionCard[];
}

export interface VenueCard {
  id: string;
  /** `null`: the seed does not say (S15, S16). */
  name: string | null;
  alias: string | null;
  tier: VenueTier;
  communityId: string | null;
  place: string | null;
  access: string[];
  /** `null` until it was counted (S17). */
  capacity: number | null;
  sample: boolean;
}

export interface VenueView extends VenueCard {
  /** Short code on the poster: scene `v=CODE` (workflows 10.6). */
  code: string;
  /** The poster's code as a picture (data URL), made by getUnlimited. */
  poster: string | null;
  today: SessionCard[];
  facility: FacilityView[];
  /** 六有 stands at the main venue, `null` elsewhere (S18). */
  haves: HaveView[] | null;
  funding: string | null;
  /** For who keeps it: what was read when it is written over. */
  version: number;
  /** S7: whose place it is, and who else may use it; '' and none until the office has said. */
  ownerOrg: string;
  sharedWith: string[];
  /** The reader keeps the self-check. */
  canKeep: boolean;
  /** The reader prints what hangs here. */
  canPrint: boolean;
}

/** `is: null`: not checked yet. */
export interface FacilityView {
  point: FacilityPoint;
  is: boolean | null;
}

export interface HaveView {
  have: SixHave;
  lit: boolean;
  /** The evidence, or what is missing. */
  because: string;
}

export type SessionState =
  | 'draft'
  | 'in_review'
  | 'approved'
  | 'published'
  | 'postponed'
  | 'open'
  | 'running'
  | 'ended'
  | 'archived'
  | 'cancelled';

/** How one person stands to one session (enrolment in state-machines.json). */
export type Enrolment =
  | { is: 'none' }
  | { is: 'seated'; since: number }
  /** `last`: behind everybody, for seats kept twice and not used; only where the street set it so. */
  | { is: 'waiting'; place: number; last?: true }
  | { is: 'offered'; until: number }
  | { is: 'attended'; at: number; how: CheckInWay };

/** Who counted somebody that did not do it on their own phone; `desk`: the office, or whoever hosted before. */
export type CountedBy = 'host' | 'desk' | 'door' | 'family';

export type CheckInWay = 'poster' | 'rotating' | 'roster' | 'digits' | 'paper';

export interface SessionCard {
  id: string;
  title: string;
  program: Program;
  brand: ClassroomBrand | null;
  method: Method;
  startsAt: number;
  endsAt: number;
  venue: { id: string; name: string | null; communityId: string | null };
  state: SessionState;
  /** Seats this reader could take now (an elder also sees those kept for elders). */
  left: number;
  /** People on the waiting list. */
  waiting: number;
  mine: Enrolment;
  /** Seats that this reader took for others; absent: none. */
  group?: number;
  /** 第几期 (S59); absent: not counted. */
  cohort?: number;
  /** Postponed without a new time: `startsAt` is the old one. */
  undecided?: boolean;
  sample: boolean;
}

/** Commands of a session; `next` holds those that this reader may give now. */
export type SessionCommand =
  | 'take'
  | 'wait'
  | 'accept'
  | 'pass'
  | 'leave'
  | 'check_in'
  | 'keep_door'
  | 'propose'
  | 'take_back'
  | 'take_group'
  | 'give_back'
  | 'ask_correction' // the person
  | 'edit'
  | 'roster'
  | 'show_code'
  | 'backfill'
  | 'cancel'; // the host

export interface SessionView extends SessionCard {
  /** Sent back by an edit, so that an older form cannot overwrite a newer one. */
  version: number;
  courseId: string;
  venueDetail: { place: string | null; access: string[] };
  host: PersonLine | null;
  teacher: { batch: FacultyBatch; source: string; name: string | null };
  familyWelcome: boolean;
  bring: string[];
  agenda: string[];
  /** 圆桌回音: what became of what was decided last time (S52). */
  echoes: { text: string; done: boolean; reason: string | null }[];
  seats: {
    capacity: number;
    taken: number;
    /** Free for anybody. */
    free: number;
    /** Free and kept for elders until `elderUntil`. */
    elderFree: number;
    /** Held for people who have been asked and have not answered yet. */
    held: number;
    elderUntil: number | null;
  };
  checkIn: { opensAt: number; closesAt: number };
  /** Who comes with the reader's phone; only while people are counted, absent: nobody else. */
  beside?: BesideMe[];
  /** 议题: what those at the table want to talk about (S52). */
  topics: { name: string; text: string; own: boolean }[];
  /** 我来了，没登上: what this reader said after class, and what the host answered. */
  correction: { words: string; answer: { granted: boolean; words: string } | null } | null;
  /** Seats that this reader took for their 支部; absent: none. */
  guests?: { seat: string; name: string; arrived: boolean; number: string }[];
  /** Somebody else counted the reader; absent: they did so themself, or are not counted. */
  countedBy?: CountedBy;
  /** 座号 of this reader, to be said at the door; absent: no seat, or already counted. */
  seatNumber?: string;
  /** The 支部 that this reader named last; absent: never. */
  branch?: string;
  /** Why it is on another day, absent when it is not. */
  postponed?: { from: number; reason: string };
  /** From then on giving the seat back is late: still possible, counted against nobody. Epoch ms. */
  lateFrom: number;
  /** The street puts who kept two seats in a row and did not come last in the next line; absent: it does not. */
  missedToEnd?: true;
  /** Other dates of the same course, when this one is full. */
  alternatives: SessionCard[];
  next: SessionCommand[];
}

/** 班主任·今晚: names only as far as a roster needs them. */
export interface RosterLine {
  /** Not the person's id: only good within this session. */
  seat: string;
  name: string;
  elder: boolean;
  arrived: { at: number; how: CheckInWay } | null;
  /** What they said after class, while nobody has answered; `null` when they said nothing. */
  asks: string | null;
  /** 帮着点名的人: helps now, or may be asked; absent: neither. */
  steward?: 'is' | 'may';
}

export interface ConsoleView {
  session: SessionView;
  roster: RosterLine[];
  waiting: number;
  arrived: number;
}

export interface RotatingCode {
  /** What the ordinary QR code holds. */
  content: string;
  /** Epoch ms by the server's clock when the next code comes (30 s steps). */
  nextAt: number;
  /** Four digits for the blackboard, and until when they are good, epoch ms. */
  digits: string;
  digitsUntil: number;
}

/** What a poster's code or a page opened by it shows. */
export interface HereView {
  venue: VenueCard;
  session: SessionCard | null;
  /** Who comes to `session` with the reader's phone; absent: nobody else. */
  beside?: BesideMe[];
  /** The next one here today, when none is on. */
  later: SessionCard | null;
}

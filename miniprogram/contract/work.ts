import type { PersonLine } from './people';
import type { RequestState } from './request-states';
import type { BounceReason, Channel, RequestKind, Role, Tier } from './words';

/** What those who work on a request see beside it (visual.md section 14). */
export interface WorkView {
  /** 张** 大娘; '' before accepting. */
  person: string;
  /** 啥时候家里有人, in the resident's own words; '' when not said, or not yet for this reader. */
  homeAt: string;
  community: string;
  /** From acceptance on the building, the door and the phone only through `request.reveal`. */
  building: string;
  hasPhone: boolean;
  hasDoor: boolean;
  canReveal: boolean;
  dueAt: number | null;
  late: boolean;
  tier: Tier | null;
  /** The longest tier was asked for and nobody has agreed yet: until then the next shorter one holds. */
  asksMax: boolean;
  helper: PersonLine | null;
  department: { id: string; name: string; joined: boolean } | null;
  bounced: { reason: BounceReason; note: string } | null;
  /** Maybe the same matter, within days, and why: a hint, no judgement. */
  alike: { id: string; title: string; at: number; why: string }[];
}

export interface TaskCard {
  id: string;
  no: string;
  kind: RequestKind;
  title: string;
  state: RequestState;
  word: string;
  /** For whom one waits, or what is next. */
  sentence: string;
  dueAt: number | null;
  late: boolean;
  channel: Channel;
  at: number;
  /** Somebody else has claimed it, this person goes along. */
  along?: true;
  sample: boolean;
}

/** Somebody the dispatcher may choose, with the reason in words; never how busy or how good. */
export interface HelperChoice {
  id: string;
  line: PersonLine;
  role: Role;
  why: string;
}

export interface TriageView {
  communityName: string;
  /** 等您分 */
  waiting: TaskCard[];
  /** 快到点 */
  soon: TaskCard[];
  /** 等回话: waits for the resident, or for the desk's check */
  replies: TaskCard[];
  /** 等您过目: WeChat never answered about a recording or a receipt */
  unchecked: TaskCard[];
}

/** How much there is, of matters: what to see to first, and never who has how many (G6, G11). */
export interface LoadView {
  waiting: number;
  underWay: number;
  /** The promise is to be kept by the end of the next working day. */
  soon: number;
  /** Past the promise; whoever asked has been told why. */
  late: number;
  replies: number;
  pendingLong: number;
  withDepartments: number;
}

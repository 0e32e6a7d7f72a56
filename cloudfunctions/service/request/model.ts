import type { PersonLine } from '@contract/people';
import type { RequestCommand, RequestState } from '@contract/request-states';
import type { Sensitive } from '@contract/submit';
import type {
  BounceReason,
  Campaign,
  Category,
  Channel,
  ChildAge,
  RatingLevel,
  RequestKind,
  Tier,
} from '@contract/words';
import type { Aggregate, TimelineEntry } from '../../core/aggregate';
import type { Attachment } from '../../core/attachment';
import type { Appeal, Rectify, SpotCheck } from '../rating/model';

/** What only the clock does. */
export type SystemCommand = 'unanswered' | 'fall_back' | 'return' | 'unconfirmed' | 'file' | 'helper_gone';
export type AnyCommand = RequestCommand | SystemCommand;

export interface RequestEntry extends TimelineEntry {
  from: RequestState;
  to: RequestState;
  /** One sentence that the resident may read; workflows 10.5. */
  says: string;
  /** How whoever did it is shown: 社区, 李**, 您. */
  who: string;
  /** Happened at the door without network, sent later (10.2). */
  occurredAt: number | null;
}

/** For whom. Requester, beneficiary and operator are three people (DESIGN section 5). */
export interface BeneficiaryRecord {
  personId: string | null;
  relation: 'self' | 'family' | 'neighbour' | 'grid';
  /** L2 */
  name: string;
  /** L3, sealed. */
  phone: string | null;
  /** L2 */
  building: string;
  /** L3, sealed. */
  door: string | null;
  /** The number is that of whoever said it for them; absent: their own, or none. */
  lent?: boolean;
  /** Has no WeChat: the desk asks them on the telephone, whoever raised it. Absent: they have, or are nobody to us. */
  byPhone?: boolean;
}

export interface Helper {
  personId: string;
  line: PersonLine;
  at: number;
  /** The day that they promised, epoch ms. */
  promisedFor: number | null;
}

/** Several for one wish; the helper is the one whom the household talks to. */
export interface Group {
  /** Together with the helper. */
  most: number;
  members: readonly { personId: string; line: PersonLine; at: number }[];
}

export interface Follower {
  /** Their own matter, on whose page they read it. */
  requestId: string;
  personId: string;
}

export interface ServiceRequest extends Aggregate {
  timeline: readonly RequestEntry[];
  no: string;
  kind: RequestKind;
  category: Category | null;
  state: RequestState;
  enteredAt: number;
  /** Names of the state's timers that have fired. */
  timersDone: string[];
  title: string;
  /** L2. Own words, never changed. */
  text: string;
  /** L0. Rewritten by the desk; '' until then. */
  publicText: string;
  /** `heard`: a machine wrote `text` down from it. */
  audio: (Attachment & { seconds: number; heard?: boolean }) | null;
  /** What the content check said when it came in; `down`: it could not be asked. */
  screening: 'pass' | 'review' | 'risky' | 'down';
  requesterId: string | null;
  operatorId: string;
  beneficiary: BeneficiaryRecord;
  channel: Channel;
  communityId: string;
  /** 啥时候家里有人, in words. */
  when: string;
  occurredAt: number | null;
  tier: Tier | null;
  /** What is promised next; epoch ms. Always set while something is open. */
  dueAt: number | null;
  helper: Helper | null;
  /** Same as `helper.personId`, for the index. */
  helperId: string | null;
  /** 帮帮团 (workflows 2.1): who goes along with the helper, the next in line first; absent for one alone. */
  group?: Group | null;
  /** Still wants company: derived by `settle`. */
  teaming?: boolean;
  department: { id: string; name: string; joined: boolean } | null;
  departmentId: string | null;
  bounced: { reason: BounceReason; note: string } | null;
  question: string;
  papers: string[];
  rating: {
    solved: boolean;
    level: RatingLevel | null;
    words: string;
    at: number;
    by: 'resident' | 'phone';
  } | null;
  /** The course from which it was taken (学用接力); `null` or absent otherwise. */
  sourceCourseId?: string | null;
  // Fields that came later: absent in older documents.
  /** The item of the catalogue from which it came, with its title of that day (S72). */
  item?: { id: string; title: string } | null;
  /** 我为群众办实事 (S61): a tag of the staff's, counted only where the resident said it is solved. */
  campaign?: Campaign | null;
  /** 儿童托管: `nickname` L2, `pickUp` L3, sealed. */
  child?: { nickname: string; age: ChildAge; pickUp: string } | null;
  /** Asked about on its own and agreed to. */
  agreed?: readonly Sensitive[];
  /** Taken back while it was under way: masked as soon as it is over. */
  takenBack?: boolean;
  /** 代购 (S69). L2. */
  shopping?: { list: string[]; ceiling: number } | null;
  /** L2. 小票照片 (workflows 2.2: 可选), of the receipt alone; who went adds it if they like. */
  receipt?: Attachment | null;
  /** The promise of which the resident has been told beforehand that it may be late. */
  explainedFor?: number | null;
  /** The clock stands still (workflows 2.3 停表): what was promised, and since when it stands. */
  clock?: { dueAt: number | null; stoppedAt: number } | null;
  /** Who asked for the longest tier; a second person has not said yes yet. */
  maxAskedBy?: string | null;
  /** 申请延期1次 (workflows 2.1). */
  extended?: boolean;
  /** What follows from a bad rating (workflows 2.4). */
  rectify?: Rectify | null;
  /** Whoever did it finds the rating unreasonable (R25b). */
  appeal?: Appeal | null;
  /** A word that staff wrote down from the telephone, to be listened to by a second person. */
  check?: SpotCheck | null;
  /** The round table at which it was agreed (S52); absent otherwise. */
  sourceSessionId?: string;
  /** Came back to the wall. */
  returned: boolean;
  mergedInto: string | null;
  /** Who raised what was merged into this one: they hear how it stands. */
  followers?: readonly Follower[];
  /** When what says who it was for was taken out; `null` until then. */
  maskedAt: number | null;
  /** Who looked at the door or the phone, when, in which role. */
  reads: {
    rid: string;
    by: string;
    role: string;
    field: 'phone' | 'door' | 'pickup' | 'helper';
    at: number;
    of?: string;
  }[];
  // ---- derived by `settle`, for the indexes
  open: boolean;
  desk: 'waiting' | 'replies' | 'none';
  wall: boolean;
  wallOrder: number;
  asksMax?: boolean;
  rectifying?: boolean;
  rectifyBy?: number | null;
  appealing?: boolean;
  checking?: boolean;
  /** WeChat never answered about a file of it: somebody at the desk looks. */
  unchecked?: boolean;
}

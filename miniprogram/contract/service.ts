import type { PersonLine } from './people';
import type { VisitorView } from './portrait';
import type { RectifyView } from './rating';
import type {
  BounceReason,
  Campaign,
  Category,
  Channel,
  ChildAge,
  RatingLevel,
  RequestKind,
  Role,
  Tier,
} from './words';

/** What residents see: a separate axis from how a matter is dispatched (DESIGN section 6). */
export type Stage = 'received' | 'under_way' | 'your_word' | 'done' | 'ended';

export type WishState =
  | 'manual_review'
  | 'verifying'
  | 'need_info'
  | 'declined'
  | 'open'
  | 'fallback'
  | 'claimed'
  | 'in_progress'
  | 'delivered'
  | 'confirmed'
  | 'reopened'
  | 'closed'
  | 'closed_unconfirmed'
  | 'withdrawn';
export type ErrandState =
  | 'submitted'
  | 'need_info'
  | 'referred'
  | 'accepted'
  | 'entrusted'
  | 'materials_in'
  | 'processing'
  | 'on_hold'
  | 'terminated'
  | 'done'
  | 'returned'
  | 'confirmed'
  | 'reopened'
  | 'closed'
  | 'closed_unconfirmed'
  | 'withdrawn';
export type GridState =
  | 'reported'
  | 'need_info'
  | 'referred'
  | 'dispatched'
  | 'bounced'
  | 'accepted'
  | 'handling'
  | 'blown'
  | 'dept_joined'
  | 'on_hold'
  | 'pending_long'
  | 'handled'
  | 'awaiting'
  | 'confirmed'
  | 'reopened'
  | 'closed'
  | 'closed_unconfirmed'
  | 'merged'
  | 'withdrawn';
export type RequestState = WishState | ErrandState | GridState;

/** Everything that can be done to a request; each is the action `request.NAME`. */
export interface RequestCommands {
  // the person whose matter it is, or who speaks for them
  answer: { text: string };
  withdraw: Record<never, never>;
  /** 修好了 / 办好了: the resident's own word. The level is optional and never preset (workflows 2.4). */
  confirm: { level: RatingLevel | null; words: string };
  /** 没解决: opens it again, with somebody else if wished. */
  reopen: { words: string; changePerson: boolean };
  /** Rating later, within the window. */
  rate: { level: RatingLevel; words: string };
  // the dispatcher
  /** `seen`: lines of the history that the open form showed; one more since then is STALE. */
  publish: { title: string; publicText: string; category: Category; seen?: number };
  dispatch: { title: string; category: Category; tier: Tier; helperId: string; seen?: number };
  ask: { text: string };
  decline: { reason: string; whereTo: string };
  refer: { reason: string; whereTo: string; phone: string };
  convert: { kind: RequestKind };
  merge: { into: string };
  /** The dispatcher's check of a finished grid matter. */
  pass: { note: string };
  send_back: { note: string };
  // who helps
  /** `sourceCourseId`: taken from a class (学用接力). */
  /** `company`: 帮帮团, so many together with oneself; whoever claims is the one to talk to (workflows 2.1). */
  claim: { promisedFor: number; sourceCourseId?: string; company?: number };
  /** Goes along with who has claimed it. */
  team_up: Record<never, never>;
  step_out: Record<never, never>;
  contact: { note: string };
  accept: Record<never, never>;
  bounce: { reason: BounceReason; note: string };
  /** `button`: the resident's own finger. */
  entrust: { how: 'spoken' | 'paper' | 'button' };
  take_papers: { papers: string[] };
  start: { note: string };
  progress: { note: string };
  hold: { reason: string; until: number };
  resume: { note: string };
  whistle: { departmentId: string; note: string };
  join: { note: string };
  complete: { note: string };
  hand_back: { note: string };
  deliver: { note: string };
  release: { reason: string };
  /** 申请延期1次: another day, once, with a reason that the resident reads. */
  extend: { until: number; reason: string };
  terminate: { reason: string };
  pend: { reason: string; reviewAt: number };
  close: { reason: string };
  /** A second person agrees to the longest tier. */
  approve: Record<never, never>;
}
export type RequestCommand = keyof RequestCommands;

export interface RequestCard {
  id: string;
  /** Number to say on the telephone. */
  no: string;
  kind: RequestKind;
  title: string;
  stage: Stage;
  /** Word of the tag: 今天上门, 等您一句话 … */
  word: string;
  tone: 'pine' | 'millet' | 'red' | 'frost' | 'rust' | 'plain';
  /** One sentence: what happened last, or what comes next. */
  sentence: string;
  at: number;
  /** Relation of the reader, for the line 为 张** 代提. */
  forWhom: string;
  sample: boolean;
}

export interface HistoryLine {
  at: number;
  /** A sentence, in the words of workflows 10.5. */
  text: string;
  who: string;
  /** Kept by a phone without network and sent later: when it happened (10.2). */
  occurredAt: number | null;
}

export interface AudioView {
  /** `null` until the content check has passed, except for who recorded it. */
  url: string | null;
  seconds: number;
  waiting: boolean;
  /** The words beside it were written down by a machine. */
  heard: boolean;
}

/** The four lines: 谁在办 · 办到哪 · 啥时候好 · 打这个电话. */
export interface FourLines {
  who: PersonLine | null;
  where: string;
  /** Epoch ms of the promise, `null` when nobody has promised yet; `whenText` always says something. */
  when: number | null;
  whenText: string;
  call: { label: string; phone: string | null };
  /** Of `who`, for the household: their picture, and whether they may be rung; `null` for other readers. */
  visitor: VisitorView | null;
}

export interface RequestView extends RequestCard {
  state: RequestState;
  version: number;
  /** Own words: for the person, family, dispatcher and who handles it. '' for others. */
  text: string;
  publicText: string;
  audio: AudioView | null;
  category: Category | null;
  channel: Channel;
  lines: FourLines;
  /** Oldest first. */
  history: HistoryLine[];
  rating: { solved: boolean; level: RatingLevel | null; words: string; at: number } | null;
  /** The item of the catalogue from which it came. */
  item: { id: string; title: string } | null;
  campaign: Campaign | null;
  /** For the guardian and who works on it; the word for picking up only through `request.reveal`. */
  child: { nickname: string; age: ChildAge } | null;
  /** For the household and who works on it. */
  shopping: { list: string[]; ceiling: number } | null;
  /** 小票照片: for the household, who went and the desk; `shown`: the check has said yes, the household sees it. */
  receipt: { url: string | null; waiting: boolean; shown: boolean } | null;
  /** 敲门码 of the day while somebody is to come: for the household, who comes and the desk. */
  knock: { code: string; until: number } | null;
  next: RequestCommand[];
  /** Who goes along with `lines.who` (帮帮团). */
  companions: PersonLine[];
  /** What follows from a bad rating: for the household and who works on it. */
  rectify: RectifyView | null;
  /** What waits in `need_info`. */
  question: string;
  /** Only for those who work on it. */
  work: WorkView | null;
}

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

export interface WishCard {
  id: string;
  /** Rewritten by the desk, without identity: the only text that is public (rules §0.6). */
  text: string;
  communityId: string;
  since: number;
  /** Came back to the wall: goes first. */
  returned: boolean;
  mine: boolean;
  /** 帮帮团: who has claimed it and still wants company; `null` on the wall. */
  company: { lead: PersonLine; left: number; promisedFor: number | null } | null;
  sample: boolean;
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

/** A household for whom somebody speaks, or the person themself. */
export type Beneficiary =
  | { who: 'self' }
  /** An elder who is bound to me and agreed that I speak for them; what is stored of them is used. */
  | { who: 'bound'; personId: string }
  /** At the door, from their household card: what is stored is used. */
  | { who: 'household'; cardId: string }
  | {
      who: 'other';
      relation: 'family' | 'neighbour' | 'grid';
      name: string;
      phone: string;
      building: string;
      door: string;
    };

/** Sensitive by law, each with a consent of its own: 身体的事, 孩子的事. */
export type Sensitive = 'health' | 'child';

export interface SubmitInput {
  kind: RequestKind;
  text: string;
  audio: { fileId: string; seconds: number } | null;
  /** `text` was written down by a machine from the recording, and nobody has changed it. */
  heard?: boolean;
  category: Category | null;
  beneficiary: Beneficiary;
  communityId: string;
  /** For `who: 'self'`: asked only where the matter needs a visit; '' when not given. */
  phone: string;
  building: string;
  door: string;
  /** 啥时候家里有人, in words. */
  when: string;
  /** When it was said, if the phone had no network then; epoch ms. */
  occurredAt: number | null;
  /** Only of staff, for somebody else: written down from what came so (G3). Otherwise as who speaks for whom says. */
  cameBy?: 'paper';
  /** An item of the catalogue (S72): the request then is of its category. */
  itemId?: string;
  /** 儿童托管: written by the guardian, and nothing more than this (rules.md 4.2). */
  child?: { nickname: string; age: ChildAge; pickUp: string };
  /** What was asked about on its own and agreed to (rules.md 4.2); `child` is kept with nothing less. */
  agreed?: readonly Sensitive[];
  /** 代购 (S69): a list and what it may cost at most, in yuan; settled in cash, face to face. */
  shopping?: { list: string[]; ceiling: number };
}

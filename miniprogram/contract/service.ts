import type { PersonLine } from './people';
import type { VisitorView } from './portrait';
import type { RectifyView } from './rating';
import type { RequestCommand, RequestState, Stage } from './request-states';
import type { Campaign, Category, Channel, ChildAge, RatingLevel, RequestKind } from './words';
import type { WorkView } from './work';

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

/** Why others do not have a file: WeChat never answered, found it bad, or the desk kept it after looking. */
export type Withheld = 'unanswered' | 'risky' | 'kept';

export interface AudioView {
  /** `null` until the content check has passed, except for who recorded it. */
  url: string | null;
  seconds: number;
  waiting: boolean;
  /** The words beside it were written down by a machine. */
  heard: boolean;
  /** For who recorded it and the desk; `null` for everybody else, and while others have it or will. */
  withheld: Withheld | null;
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
  receipt: { url: string | null; waiting: boolean; shown: boolean; withheld: Withheld | null } | null;
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

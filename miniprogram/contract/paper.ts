import type { HomeLessonState, VisitColumns } from './home-lesson';
import type { Read, Write } from './kinds';
import type { PersonLine } from './people';
import type { Category, PaperKind, Program, RequestKind } from './words';

/** A code on paper: scanned by a phone, or typed from the line below it (workflows 10.6). */
export interface PaperCode {
  /** `v=ABC123`, at most 32 characters. */
  scene: string;
  /** `V ABC123`: which kind, and the short code with its check character. */
  text: string;
  /** Data URL of a PNG, made by getUnlimited; `null` while WeChat does not answer. */
  picture: string | null;
}

interface Sheet<Kind extends PaperKind> {
  kind: Kind;
  code: PaperCode | null;
  /** Whom to ring; `null` is printed as 待填写. */
  counter: { name: string | null; phone: string | null; hours: string | null };
  /** When it was printed, epoch ms. */
  at: number;
  sample: boolean;
}

export interface PaperClass {
  title: string;
  program: Program;
  startsAt: number;
  endsAt: number;
}

export interface PaperVenue {
  name: string | null;
  alias: string | null;
  place: string | null;
}

/** A matter as far as paper may carry it: no telephone and no doorplate of anybody. */
export interface PaperMatter {
  no: string;
  kind: RequestKind;
  title: string;
  category: Category | null;
  /** 张** */
  person: string;
  helper: PersonLine | null;
  /** 敲门码 of the day, for who comes and the desk. */
  knock: string | null;
  /** The last thing that happened, and what comes next, as residents read it. */
  done: string;
  next: string;
  papers: string[];
}

export interface PaperSession {
  title: string;
  startsAt: number;
  endsAt: number;
  venue: string | null;
  host: string;
}

export type PaperSheet =
  | (Sheet<'poster' | 'timetable'> & { venue: PaperVenue; month: string; classes: PaperClass[] })
  | (Sheet<'wish' | 'complaint'> & { venue: PaperVenue })
  | (Sheet<'card'> & { worker: PersonLine | null })
  | (Sheet<'door_note' | 'consent' | 'hand_over' | 'receipt'> & { matter: PaperMatter })
  | (Sheet<'roster'> & { session: PaperSession; names: { name: string; elder: boolean; arrived: boolean }[] })
  | (Sheet<'round_table'> & {
      session: PaperSession;
      names: string[];
      topics: { name: string; text: string }[];
      echoes: { text: string; done: boolean; reason: string | null }[];
    })
  | (Sheet<'home_lesson'> & { lesson: { at: number | null; elder: PersonLine; visitor: PersonLine } });

/** Everything that the server prints: the certificate comes from `hours.certificate`. */
export type PrintedKind = PaperSheet['kind'];

/** A slip that has a code of its own, and may be lost. */
export type SlipOf = 'session' | 'request' | 'home_lesson';

export interface SlipsView {
  /** The edition whose code is good, and since when; `null`: none is out. */
  good: { edition: number; at: number } | null;
  revoked: { edition: number; at: number }[];
  /** Sheets of it that would say nothing yet: 办结回执 before it is done. */
  notYet: PrintedKind[];
}

/** 送学记录条 that is out and has not come back. */
export interface LessonSlip {
  /** Of the visit. */
  id: string;
  at: number | null;
  elder: PersonLine;
  visitor: PersonLine;
  edition: number;
  printedAt: number;
}

/** What a slip that came back is about. */
export type PaperTarget =
  | { is: 'venue'; id: string; title: string; communityId: string | null }
  | { is: 'card'; code: string }
  | { is: 'session'; id: string; title: string; startsAt: number }
  | { is: 'request'; id: string; no: string; title: string }
  | {
      is: 'home_lesson';
      id: string;
      at: number | null;
      /** For the desk that enters it; `null` for the two of the visit, who write it down themselves. */
      slip: { elder: PersonLine; visitor: PersonLine; state: HomeLessonState; awaited: boolean } | null;
    }
  /** Somebody else's: which kind of paper it is, and whom to ring about it. Nothing of what stands on it. */
  | { is: 'found'; of: SlipOf; counter: { name: string | null; phone: string | null; hours: string | null } };

export type PaperActions = {
  /**
   * Everything that one sheet says, for whoever may print it. `id`: of the venue, the card, the request, the
   * class or the visit. `month`: `2026-11`, of a venue's classes; the present one when `null`.
   */
  'paper.print': Write<{ kind: PrintedKind; id: string; month: string | null }, PaperSheet>;
  /** A code as it was scanned or typed. CODE_WRONG, SLIP_VOID, NOT_FOUND. */
  'paper.read': Read<{ code: string }, PaperTarget>;
  /** What has been printed of this one, for who may print it. */
  'paper.slips': Read<{ kind: PrintedKind; id: string }, SlipsView>;
  /** 送学记录条 that are out in one's communities, for the desk that enters them, the newest visit first. */
  'paper.lesson_slips': Read<Record<never, never>, { items: LessonSlip[] }>;
  /** Lost: the code of that edition opens nothing any more. STALE. */
  'paper.revoke': Write<{ kind: PrintedKind; id: string; edition: number }, SlipsView>;
  /**
   * 送学记录条, for the two of the visit: their three columns, by the school office or the community's desk.
   * `at`: the day on it, `null` for the appointed one. `signed`: the elder's signature is on it. SLIP_VOID, NOT_NOW.
   */
  'paper.enter_lesson': Write<
    {
      code: string;
      columns: VisitColumns;
      request: 'wish' | 'errand' | null;
      at: number | null;
      signed: boolean;
    },
    { state: HomeLessonState; elder: PersonLine; requested: boolean }
  >;
};

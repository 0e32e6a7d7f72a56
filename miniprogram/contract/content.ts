import type { Nothing, Read, Write } from './kinds';
import type { HistoryLine } from './service';
import type {
  ClassroomBrand,
  ContentKind,
  CourseTopic,
  DeliveryStyle,
  FacultyBatch,
  LearnerGroup,
  Method,
  Policy,
  Program,
  ResourceTheme,
  ReviewStage,
  SessionForm,
  Track,
} from './words';

/** 先审后见 (S28): what becomes public is read three times by three people; who and when is recorded. */

/** Everything that the office says of a course (S39–S42, S54–S58). */
export interface CourseBody {
  kind: 'course';
  title: string;
  summary: string;
  track: Track;
  methods: Method[];
  groups: LearnerGroup[];
  program: Program;
  brand: ClassroomBrand | null;
  topics: CourseTopic[];
  form: SessionForm | null;
  delivery: DeliveryStyle | null;
  themes: ResourceTheme[];
  minutes: number;
  teacher: { batch: FacultyBatch; source: string; name: string | null };
  /** How many have to ask for it before it is held; `null`: as the settings say. */
  minimum: number | null;
}

/** 录制课 (S50) */
export interface RecordedBody {
  kind: 'recorded';
  title: string;
  summary: string;
  track: Track;
  theme: ResourceTheme | null;
  minutes: number | null;
  fileId: string | null;
  courseId: string | null;
}

/** A wording of one of the school's rules, and from when it holds (S27–S29). */
export interface PolicyBody {
  kind: 'policy';
  policy: Policy;
  text: string;
  /** `2026-12-01` */
  effectiveOn: string;
}

export type ContentBody = CourseBody | RecordedBody | PolicyBody;

export type DraftState = 'editing' | ReviewStage | 'approved' | 'dropped';

export interface ReadingView {
  stage: ReviewStage;
  name: string;
  at: number;
  passed: boolean;
  reason: string;
}

export interface DraftCard {
  id: string;
  kind: ContentKind;
  title: string;
  state: DraftState;
  /** 1: something new; more: a new edition of what can be seen already. */
  edition: number;
  at: number;
  sample: boolean;
}

export type DraftCommand = 'write' | 'submit' | 'pass' | 'send_back' | 'drop';

export interface DraftView extends DraftCard {
  contentId: string;
  body: ContentBody;
  /** What holds until this edition does: what changed is read off the two. `null`: nothing, or this one holds. */
  before: ContentBody | null;
  /** Of a recorded lesson, for who reads it: works for a short while; `null`: none yet. */
  videoUrl: string | null;
  writer: string;
  /** Readings of this edition, the returned ones too. */
  readings: ReadingView[];
  history: HistoryLine[];
  /** Why this reader cannot read now, although it is their desk's turn; '' otherwise. */
  another: boolean;
  next: DraftCommand[];
}

/** What can be seen, or could be: one line of the office's list. */
export interface ContentCard {
  id: string;
  kind: ContentKind;
  title: string;
  shown: boolean;
  /** When somebody last wrote it, or said that it still holds. */
  freshAt: number;
  /** Nobody has looked at it for two months (G12). */
  stale: boolean;
  sample: boolean;
}

export type ContentActions = {
  /** `turns`: where this reader can do the next step; `drafts`: everything else under way. */
  'content.desk': Read<
    Nothing,
    {
      turns: DraftCard[];
      drafts: DraftCard[];
      /** What was laid aside, for who may take it up again; nobody else has any. */
      dropped: DraftCard[];
      stale: ContentCard[];
      items: ContentCard[];
      canWrite: boolean;
    }
  >;
  'content.draft': Read<{ id: string }, DraftView>;
  /** What stands there now, to be written anew; `null` for something new. `reading`: its next edition lies with the readers. */
  'content.source': Read<
    { kind: ContentKind; id: string },
    { body: ContentBody | null; draftId: string | null; reading: boolean }
  >;
  /** Begins the next edition, or goes on writing it. `contentId: null` for something new. */
  'content.write': Write<{ contentId: string | null; body: ContentBody }, DraftView>;
  'content.submit': Write<{ id: string }, DraftView>;
  /** One reading; `stage` is the one that was read. The third one makes it public. */
  'content.pass': Write<{ id: string; stage: ReviewStage }, DraftView>;
  'content.send_back': Write<{ id: string; stage: ReviewStage; reason: string }, DraftView>;
  'content.drop': Write<{ id: string }, DraftView>;
  /** 还准: looked through, nothing to change (G12). */
  'content.confirm': Write<{ kind: ContentKind; id: string }, ContentCard>;
  /** 先下架: at once, by the office; it comes back through three readings. */
  'content.take_down': Write<{ kind: 'course' | 'recorded'; id: string; reason: string }, ContentCard>;
};

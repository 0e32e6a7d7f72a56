import type { Read, Write } from './kinds';
import type { CourseCard } from './school';
import type {
  FreeTime,
  GridTopic,
  LearnerGroup,
  SurveyExperience,
  SurveyKnowledge,
  SurveySkill,
} from './words';

/** S43: at most five questions; each may be left empty. Knowledge, skills, experience, what the street needs, who and when. */
export interface SurveyAnswers {
  knowledge: SurveyKnowledge[];
  skills: SurveySkill[];
  experience: SurveyExperience[];
  governance: GridTopic[];
  groups: LearnerGroup[];
  times: FreeTime[];
  /** Own words, '' for none. */
  words: string;
}

/** S44: a course of the package with the sentence that says why it is in it. */
export interface PackagedCourse {
  course: CourseCard;
  /** 因为您选了“劝架调解” */
  reason: string;
}

export interface SurveyView {
  /** `null`: not answered in this period, and may be left so. */
  answers: SurveyAnswers | null;
  /** What was said instead of tapped, in one's own voice; for oneself and the office. */
  audio: SurveyAudio | null;
  /** Epoch ms: until then the answers can be changed and nobody asks again (10.7 surveyPerYear). */
  until: number;
  /** The switch: off, nothing is recommended. */
  recommends: boolean;
  package: PackagedCourse[];
}

export interface SurveyAudio {
  /** Runs out; `null` where the storage does not answer. */
  url: string | null;
  seconds: number;
}

/** One who said something in their own words: heard by the office, without a name. */
export interface SurveySaid {
  /** Epoch ms. */
  at: number;
  /** '' where only a recording says it. */
  words: string;
  audio: SurveyAudio | null;
}

/** How many chose this answer, `null` for fewer than `kAnonymity`. */
export interface SurveyWish {
  key: Exclude<keyof SurveyAnswers, 'words'>;
  value: string;
  people: number | null;
}

/** What the office reads of a period's answers: what many want, and what each said, without names. */
export interface SurveyHeard {
  /** With the first page only, `null` with those behind it. */
  counted: SurveyCounted | null;
  /** Newest first. */
  said: SurveySaid[];
  /** For the page after this one, `null` where there is none. */
  next: string | null;
}

export interface SurveyCounted {
  /** How many have answered; counted are the newest ones, at most a thousand. */
  people: number;
  /** Of each question its answers in their order; those that nobody chose are left out. */
  wishes: SurveyWish[];
}

export type SurveyActions = {
  'survey.get': Read<Record<never, never>, SurveyView>;
  /** `audio`: what was recorded now; `null` takes away what was said before, left out it stays. */
  'survey.answer': Write<
    { answers: SurveyAnswers; audio?: { fileId: string; seconds: number } | null },
    SurveyView
  >;
  'survey.heard': Read<{ after: string | null }, SurveyHeard>;
  'survey.recommend': Write<{ on: boolean }, SurveyView>;
};

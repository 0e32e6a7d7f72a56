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
  /** Epoch ms: until then the answers can be changed and nobody asks again (10.7 surveyPerYear). */
  until: number;
  /** The switch: off, nothing is recommended. */
  recommends: boolean;
  package: PackagedCourse[];
}

export type SurveyActions = {
  'survey.get': Read<Record<never, never>, SurveyView>;
  'survey.answer': Write<{ answers: SurveyAnswers }, SurveyView>;
  'survey.recommend': Write<{ on: boolean }, SurveyView>;
};

import type { SurveyAnswers, SurveyWish } from '@contract/survey';
import {
  FREE_TIMES,
  GRID_TOPICS,
  LEARNER_GROUPS,
  SURVEY_EXPERIENCE,
  SURVEY_KNOWLEDGE,
  SURVEY_SKILLS,
} from '@contract/words';
import type { Survey } from './model';

/** The answers of each question, in the order in which they are asked. */
const CHOICES: Readonly<Record<SurveyWish['key'], Readonly<Record<string, string>>>> = {
  knowledge: SURVEY_KNOWLEDGE,
  skills: SURVEY_SKILLS,
  experience: SURVEY_EXPERIENCE,
  governance: GRID_TOPICS,
  groups: LEARNER_GROUPS,
  times: FREE_TIMES,
};

const KEYS = Object.keys(CHOICES) as SurveyWish['key'][];

/** How many chose what; fewer than `k` are not told apart (10.7 kAnonymity), and nobody is compared. Pure. */
export function wishesOf(found: readonly Pick<Survey, 'answers'>[], k: number): SurveyWish[] {
  return KEYS.flatMap((key) =>
    Object.keys(CHOICES[key]).flatMap((value): SurveyWish[] => {
      const people = found.filter(({ answers }) => answers[key].some((one) => one === value)).length;
      return people === 0 ? [] : [{ key, value, people: people < k ? null : people }];
    }),
  );
}

/** What was tapped, in words. Pure. */
export const chosenWords = (answers: SurveyAnswers): string[] =>
  KEYS.flatMap((key) => answers[key].map((value) => CHOICES[key][value] ?? value));

/** Whoever only tapped said nothing in their own words. */
export const saidSomething = ({ answers, audio }: Pick<Survey, 'answers' | 'audio'>): boolean =>
  answers.words.trim() !== '' || audio != null;

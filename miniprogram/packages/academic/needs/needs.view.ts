import type { SurveyCounted, SurveySaid, SurveyWish } from '../../../contract/survey';
import {
  FREE_TIMES,
  GRID_TOPICS,
  LEARNER_GROUPS,
  SURVEY_EXPERIENCE,
  SURVEY_KNOWLEDGE,
  SURVEY_SKILLS,
} from '../../../contract/words';
import { day } from '../../../lib/time';

type Key = SurveyWish['key'];

const QUESTIONS: Readonly<Record<Key, { title: string; words: Readonly<Record<string, string>> }>> = {
  knowledge: { title: '想多知道点的', words: SURVEY_KNOWLEDGE },
  skills: { title: '想练的本事', words: SURVEY_SKILLS },
  experience: { title: '想见识的', words: SURVEY_EXPERIENCE },
  governance: { title: '身边最缺人手的', words: GRID_TOPICS },
  times: { title: '啥时候得空', words: FREE_TIMES },
  groups: { title: '答的是哪一拨人', words: LEARNER_GROUPS },
};

const ORDER = Object.keys(QUESTIONS) as Key[];

export interface WishGroup {
  key: Key;
  title: string;
  lines: { value: string; word: string; people: string }[];
}

/** Question by question in its own order: what is wanted is read, not ranked. */
export function wishGroups({ wishes }: Pick<SurveyCounted, 'wishes'>): WishGroup[] {
  return ORDER.map((key) => ({
    key,
    title: QUESTIONS[key].title,
    lines: wishes
      .filter((wish) => wish.key === key)
      .map(({ value, people }) => ({
        value,
        word: QUESTIONS[key].words[value] ?? value,
        people: people === null ? '不到 5 人' : `${people} 人`,
      })),
  })).filter(({ lines }) => lines.length > 0);
}

export interface SaidLine {
  key: string;
  on: string;
  words: string;
  audio: SurveySaid['audio'];
}

/** @param behind how many stand there already: several may have been said in one moment */
export const saidLines = (said: readonly SurveySaid[], now: number, behind = 0): SaidLine[] =>
  said.map(({ at, words, audio }, index) => ({
    key: `${at}:${behind + index}`,
    on: `${day(at, now)}说的`,
    words: words === '' ? '' : `“${words}”`,
    audio,
  }));

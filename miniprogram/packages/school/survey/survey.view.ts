import type { SurveyAnswers, SurveyView } from '../../../contract/survey';
import {
  FREE_TIMES,
  GRID_TOPICS,
  LEARNER_GROUPS,
  SURVEY_EXPERIENCE,
  SURVEY_KNOWLEDGE,
  SURVEY_SKILLS,
} from '../../../contract/words';

/** Five questions of S43; the last one has two lists of answers. */
export type ChoiceKey = Exclude<keyof SurveyAnswers, 'words'>;

const QUESTIONS: readonly {
  title: string;
  choices: { key: ChoiceKey; sub: string; options: Readonly<Record<string, string>> }[];
}[] = [
  { title: '哪块想多知道点？', choices: [{ key: 'knowledge', sub: '', options: SURVEY_KNOWLEDGE }] },
  { title: '哪样本事想练练？', choices: [{ key: 'skills', sub: '', options: SURVEY_SKILLS }] },
  {
    title: '哪样经得少，想见识见识？',
    choices: [{ key: 'experience', sub: '', options: SURVEY_EXPERIENCE }],
  },
  { title: '身边哪样事，最需要人手？', choices: [{ key: 'governance', sub: '', options: GRID_TOPICS }] },
  {
    title: '您是哪一拨，啥时候得空？',
    choices: [
      { key: 'groups', sub: '哪一拨', options: LEARNER_GROUPS },
      { key: 'times', sub: '啥时候得空', options: FREE_TIMES },
    ],
  },
];

export const NOTHING: SurveyAnswers = {
  knowledge: [],
  skills: [],
  experience: [],
  governance: [],
  groups: [],
  times: [],
  words: '',
};

/** What was said instead of tapped and not handed in; `unsaid`: what was handed in before is taken away. */
export interface Spoken {
  recording: { path: string; seconds: number } | null;
  unsaid: boolean;
}
export const SILENT: Spoken = { recording: null, unsaid: false };

/** What can be heard: what was recorded now, else what was handed in. No seconds: nothing. */
export function voiceLook(
  { recording, unsaid }: Spoken,
  kept: SurveyView['audio'],
): { src: string; seconds: number } {
  if (recording !== null) return { src: recording.path, seconds: recording.seconds };
  return kept === null || unsaid ? { src: '', seconds: 0 } : { src: kept.url ?? '', seconds: kept.seconds };
}

export interface QuestionLook {
  title: string;
  choices: { key: ChoiceKey; sub: string; options: { value: string; word: string; on: boolean }[] }[];
}

export function questionLooks(answers: SurveyAnswers): QuestionLook[] {
  return QUESTIONS.map(({ title, choices }, index) => ({
    title: `${index + 1}．${title}`,
    choices: choices.map(({ key, sub, options }) => ({
      key,
      sub,
      options: Object.entries(options).map(([value, word]) => ({
        value,
        word,
        on: answers[key].some((one) => one === value),
      })),
    })),
  }));
}

/** Tapped: chosen, or not any more. Only values of the closed list of that question come in. */
export function toggled(answers: SurveyAnswers, key: ChoiceKey, value: string): SurveyAnswers {
  const now: readonly string[] = answers[key];
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  return { ...answers, [key]: next };
}

export function isEmpty(answers: SurveyAnswers): boolean {
  return Object.values(answers).every((answer: SurveyAnswers[keyof SurveyAnswers]) => answer.length === 0);
}

export function sameAnswers(one: SurveyAnswers, other: SurveyAnswers): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export interface PackageLine {
  id: string;
  title: string;
  reason: string;
  link: string;
  sample: boolean;
}

export function packageLines(view: SurveyView): PackageLine[] {
  return view.package.map(({ course, reason }) => ({
    id: course.id,
    title: course.title,
    reason,
    link: `/packages/school/course/course?id=${course.id}`,
    sample: course.sample,
  }));
}

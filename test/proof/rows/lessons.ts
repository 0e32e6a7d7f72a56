import type { SurveyAnswers } from '@contract/survey';
import type { Rows } from '../row';

const answers: SurveyAnswers = {
  knowledge: [],
  skills: ['mediation'],
  experience: [],
  governance: [],
  groups: [],
  times: ['evening'],
  words: '',
};

export const lessons: Rows<'survey.get' | 'survey.answer' | 'survey.recommend'> = {
  'survey.get': {
    scene: async () => ({ by: 'resident', input: {} }),
    expect: { others: 'ok' },
  },
  'survey.answer': {
    scene: async () => ({ by: 'resident', input: { answers } }),
    expect: { others: 'ok' },
  },
  'survey.recommend': {
    scene: async () => ({ by: 'resident', input: { on: false } }),
    expect: { others: 'ok' },
  },
};

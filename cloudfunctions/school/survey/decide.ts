import type { SurveyAnswers } from '@contract/survey';
import { filesGone } from '../../core/attachment';
import { type Survey, surveyId, surveys, voiceOf } from './model';

/** What somebody answers: `audio` is what was recorded now, `null` takes away what was said before, left out it stays. */
export interface Answer {
  answers: SurveyAnswers;
  audio?: Survey['audio'] | undefined;
}

export interface AnswerStep {
  now: number;
  rid: string;
  by: string;
  invocation: string;
}

const entryOf = ({ rid, now, by }: AnswerStep) => ({ rid, at: now, by, command: 'answer' });

export function firstAnswer(period: string, { answers, audio = null }: Answer, step: AnswerStep): Survey {
  const { by, now } = step;
  return {
    _id: surveyId(by, period),
    schema: surveys.schema,
    version: 1,
    people: [by],
    timeline: [entryOf(step)],
    effects: [],
    wakeAt: null,
    createdAt: now,
    updatedAt: now,
    sample: false,
    personId: by,
    period,
    answers,
    audio,
  };
}

/** Answered anew: what was said before leaves the storage when it is said again or taken away. Pure. */
export function answeredAnew(survey: Survey, { answers, audio }: Answer, step: AnswerStep): Survey {
  const next = { ...survey, answers, timeline: [...survey.timeline, entryOf(step)] };
  if (audio === undefined) return next;
  const files = voiceOf(survey).filter((file) => file !== audio?.fileId);
  const gone = files.length === 0 ? [] : [filesGone(`${survey._id}:${step.rid}`, files, step)];
  return { ...next, audio, effects: [...survey.effects, ...gone] };
}

import type { SurveyAnswers } from '@contract/survey';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { derivedId } from '../../core/ids';

/** 课前问需 of one person in one period (S43). */
export interface Survey extends Aggregate {
  personId: string;
  /** `2026` or `2026-2`: `periodOf`. */
  period: string;
  /** L2. What was tapped, and own words. */
  answers: SurveyAnswers;
  /** L2. What was said instead; absent in older documents. */
  audio?: { fileId: string; seconds: number } | null;
}

/** The file that this record names, if any. */
export const voiceOf = ({ audio }: Pick<Survey, 'audio'>): string[] => (audio == null ? [] : [audio.fileId]);

/** One for a person and a period: answering again changes it. */
export const surveyId = (person: string, period: string) => derivedId('survey', person, period);

export const surveys: AggregateDefinition<Survey> = {
  collection: 'surveys',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

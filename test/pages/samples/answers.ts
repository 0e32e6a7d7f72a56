import type { Answers } from '../fake-gateway';
import { governanceAnswers } from './governance';
import { peopleAnswers } from './people';
import { scheduleAnswers } from './schedule';
import { schoolAnswers } from './school';
import { serviceAnswers } from './service';

/** One sample answer for each action that the pages call. @param now epoch ms. */
export function sampleAnswers(now: number): Answers {
  return {
    ...peopleAnswers(now),
    ...schoolAnswers(now),
    ...scheduleAnswers(now),
    ...governanceAnswers(now),
    ...serviceAnswers(now),
  };
}

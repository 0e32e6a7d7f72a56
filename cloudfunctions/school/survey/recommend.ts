import type { SurveyAnswers } from '@contract/survey';
import type { CourseTopic, FreeTime, GridTopic, Program } from '@contract/words';
import {
  FREE_TIMES,
  GRID_TOPICS,
  LEARNER_GROUPS,
  SURVEY_EXPERIENCE,
  SURVEY_KNOWLEDGE,
  SURVEY_SKILLS,
} from '@contract/words';
import type { Course } from '../course/model';

/**
 * 个性化套餐 (S44): rules that a person can read. Each answer asks for courses of a kind; a course is
 * in the package when an answer about its content asks for it, and the sentence names that answer.
 */

/** What a package holds: more is a menu again. */
const PACKAGE = 5;

/** What the street needs → what to learn for it (S8 需要什么就教什么). */
const FOR_GOVERNANCE: Readonly<Record<GridTopic, readonly CourseTopic[]>> = {
  dispute: ['mediation'],
  hazard: ['safety', 'fraud'],
  order: ['safety', 'meeting'],
  volunteer: ['care'],
};

/** When somebody has time → which classes are then. */
const FOR_TIME: Readonly<Record<FreeTime, readonly Program[]>> = {
  evening: ['night_school', 'roundtable_37c'],
  short_break: ['off_peak_tour', 'recorded'],
  at_home: ['home_lesson', 'recorded'],
};

export interface Recommended {
  course: Course;
  reason: string;
}

/** Best fitting first, then as the office ordered the menu; what was ordered already is left out. */
export function recommend(
  answers: SurveyAnswers,
  courses: readonly Course[],
  personId: string,
): Recommended[] {
  return courses
    .filter((course) => course.approved && !course.orders.some((order) => order.personId === personId))
    .map((course) => ({ course, content: contentWords(answers, course), fit: fitWords(answers, course) }))
    .filter(({ content }) => content.length > 0)
    .sort(
      (a, b) =>
        b.content.length - a.content.length || b.fit.length - a.fit.length || a.course.order - b.course.order,
    )
    .slice(0, PACKAGE)
    .map(({ course, content, fit }) => ({ course, reason: sentence([...content, ...fit]) }));
}

/** Answers about what to learn that this course meets, in the words that were tapped. */
function contentWords(answers: SurveyAnswers, course: Course): string[] {
  const topics: readonly CourseTopic[] = course.topics ?? [];
  return [
    ...answers.skills.filter((one) => topics.includes(one)).map((one) => SURVEY_SKILLS[one]),
    ...answers.knowledge.filter((one) => topics.includes(one)).map((one) => SURVEY_KNOWLEDGE[one]),
    ...answers.governance
      .filter((one) => FOR_GOVERNANCE[one].some((topic) => topics.includes(topic)))
      .map((one) => GRID_TOPICS[one]),
    ...answers.experience.filter((one) => course.methods.includes(one)).map((one) => SURVEY_EXPERIENCE[one]),
  ];
}

/** Answers about who and when: they order the package, alone they put nothing into it. */
function fitWords(answers: SurveyAnswers, course: Course): string[] {
  return [
    ...answers.times.filter((one) => FOR_TIME[one].includes(course.program)).map((one) => FREE_TIMES[one]),
    ...answers.groups.filter((one) => course.groups.includes(one)).map((one) => LEARNER_GROUPS[one]),
  ];
}

function sentence(words: readonly string[]): string {
  const [first = '', second] = words;
  return second === undefined ? `因为您选了“${first}”` : `因为您选了“${first}”和“${second}”`;
}

import { LIMITS } from '@contract/limits';
import type { SurveyView } from '@contract/survey';
import {
  FREE_TIMES,
  GRID_TOPICS,
  LEARNER_GROUPS,
  SURVEY_EXPERIENCE,
  SURVEY_KNOWLEDGE,
  SURVEY_SKILLS,
} from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { oneOf, text } from '../../core/schemas';
import { type Person, persons } from '../../people/person/model';
import { ownPerson } from '../../people/person/read';
import { allCourses, comingSessions } from '../course/actions';
import { courseCard } from '../course/menu';
import { surveyId, surveys } from './model';
import { periodOf } from './period';
import { recommend } from './recommend';

const some = <Words extends Readonly<Record<string, string>>>(words: Words) =>
  v.pipe(
    v.array(oneOf(words)),
    v.maxLength(Object.keys(words).length),
    v.check((given) => new Set(given).size === given.length),
  );

const Answers = v.strictObject({
  knowledge: some(SURVEY_KNOWLEDGE),
  skills: some(SURVEY_SKILLS),
  experience: some(SURVEY_EXPERIENCE),
  governance: some(GRID_TOPICS),
  groups: some(LEARNER_GROUPS),
  times: some(FREE_TIMES),
  words: text(LIMITS.words),
});

async function viewFor(context: ActionContext, person: Person | null): Promise<SurveyView> {
  const period = periodOf(context.now, context.settings.surveyPerYear);
  const me = context.caller.id;
  if (me === null) return { answers: null, until: period.until, recommends: true, package: [] };
  const survey = await context.repository(surveys).find(surveyId(me, period.name));
  const recommends = person?.recommendOff !== true;
  if (survey === null || !recommends)
    return { answers: survey?.answers ?? null, until: period.until, recommends, package: [] };
  const [courses, coming] = await Promise.all([allCourses(context), comingSessions(context)]);
  return {
    answers: survey.answers,
    until: period.until,
    recommends,
    package: recommend(survey.answers, courses, me).map(({ course, reason }) => ({
      course: courseCard(course, coming, me, context.settings),
      reason,
    })),
  };
}

export const surveyActions = [
  action({
    name: 'survey.get',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    run: async (context) => viewFor(context, await ownPerson(context)),
  }),
  action({
    name: 'survey.answer',
    kind: 'write',
    input: v.strictObject({ answers: Answers }),
    allow: 'person',
    async run(context, { answers }) {
      const me = personId(context.caller);
      const { now, rid } = context;
      const period = periodOf(now, context.settings.surveyPerYear).name;
      const entry = { rid, at: now, by: me, command: 'answer' };
      const repository = context.repository(surveys);
      const { doc } = await repository.create({
        _id: surveyId(me, period),
        schema: surveys.schema,
        version: 1,
        people: [me],
        timeline: [entry],
        effects: [],
        wakeAt: null,
        createdAt: now,
        updatedAt: now,
        sample: false,
        personId: me,
        period,
        answers,
      });
      await repository.change(doc._id, rid, (survey) => ({
        ...survey,
        answers,
        timeline: [...survey.timeline, entry],
      }));
      // Answering changes nothing of the person.
      return viewFor(context, await ownPerson(context));
    },
  }),
  action({
    name: 'survey.recommend',
    kind: 'write',
    input: v.strictObject({ on: v.boolean() }),
    allow: 'person',
    async run(context, { on }) {
      const me = personId(context.caller);
      const entry = {
        rid: context.rid,
        at: context.now,
        by: me,
        command: on ? 'recommend' : 'recommend_off',
      };
      const { doc } = await context
        .repository(persons)
        .change(me, context.rid, (person) =>
          (person.recommendOff ?? false) === !on
            ? person
            : { ...person, recommendOff: !on, timeline: [...person.timeline, entry] },
        );
      return viewFor(context, doc);
    },
  }),
];

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
import { carryOut } from '../../core/effects';
import { isOwnFile } from '../../core/own-file';
import { refuse } from '../../core/refusal';
import { oneOf, storedFile, text } from '../../core/schemas';
import { type Person, persons } from '../../people/person/model';
import { ownPerson } from '../../people/person/read';
import { allCourses, comingSessions } from '../course/actions';
import { courseCard } from '../course/menu';
import { answeredAnew, firstAnswer } from './decide';
import { type Survey, surveyId, surveys } from './model';
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

const Audio = v.strictObject({
  fileId: storedFile,
  seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(LIMITS.audioSeconds)),
});

async function voiceFor(context: ActionContext, survey: Survey | null): Promise<SurveyView['audio']> {
  if (survey?.audio == null) return null;
  const [url = ''] = await context.temporaryUrls([survey.audio.fileId]);
  return { url: url === '' ? null : url, seconds: survey.audio.seconds };
}

async function viewFor(context: ActionContext, person: Person | null): Promise<SurveyView> {
  const period = periodOf(context.now, context.settings.surveyPerYear);
  const me = context.caller.id;
  const nothing = { answers: null, audio: null, until: period.until, recommends: true, package: [] };
  if (me === null) return nothing;
  const survey = await context.repository(surveys).find(surveyId(me, period.name));
  const recommends = person?.recommendOff !== true;
  const audio = await voiceFor(context, survey);
  if (survey === null || !recommends)
    return { ...nothing, answers: survey?.answers ?? null, audio, recommends };
  const [courses, coming] = await Promise.all([allCourses(context), comingSessions(context)]);
  return {
    ...nothing,
    answers: survey.answers,
    audio,
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
    input: v.strictObject({ answers: Answers, audio: v.exactOptional(v.nullable(Audio)) }),
    allow: 'person',
    async run(context, given) {
      const me = personId(context.caller);
      const { now, rid, invocation } = context;
      // Nobody attaches somebody else's recording.
      if (given.audio != null && !isOwnFile('recordings', given.audio.fileId, rid))
        refuse('INVALID_INPUT', { field: 'audio.fileId' });
      const period = periodOf(now, context.settings.surveyPerYear).name;
      const step = { now, rid, by: me, invocation };
      const repository = context.repository(surveys);
      const { doc } = await repository.create(firstAnswer(period, given, step));
      const answered = await repository.change(doc._id, rid, (survey) => answeredAnew(survey, given, step));
      await carryOut(repository, answered.doc, context.carrier);
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

import type { ActionName } from '@contract/actions';
import type { HomeLessonActions } from '@contract/home-lesson';
import type { RecordedActions } from '@contract/recorded';
import type { RelayActions } from '@contract/relay';
import type { SurveyActions, SurveyAnswers } from '@contract/survey';
import { DAY, MINUTE } from '../../../cloudfunctions/core/calendar';
import { enlisted, paired } from '../../functions/pairs';
import type { Town } from '../../support/town';
import type { Row, Rows } from '../row';

type Names = keyof (SurveyActions & HomeLessonActions & RecordedActions & RelayActions) & ActionName;

const answers: SurveyAnswers = {
  knowledge: [],
  skills: ['mediation'],
  experience: [],
  governance: [],
  groups: [],
  times: ['evening'],
  words: '',
};
const columns = { learned: '念了一段报', done: '', missing: '' };
const all: Row<ActionName>['expect'] = { others: 'ok' };
/** Only the two of the pair; who is neither does not learn that there is a visit. */
const visitor = { member: 'ok', elder: 'NOT_ALLOWED', others: 'NOT_FOUND' } as const;
const theElder = { elder: 'ok', member: 'NOT_ALLOWED', others: 'NOT_FOUND' } as const;
const both = { elder: 'ok', member: 'ok', others: 'NOT_FOUND' } as const;

type Stage = 'suggested' | 'scheduled' | 'visiting' | 'recorded';

/** A visit of the sample pair that has come as far as `stage`. */
async function visit(t: Town, stage: Stage): Promise<string> {
  const pairId = await paired(t);
  if (stage === 'suggested') {
    await t.pass(MINUTE);
    const { open } = await t.as('elder').call('home_lesson.list', {});
    return open[0]?.id ?? '';
  }
  const { id } = await t.as('elder').call('home_lesson.book', { pairId, at: t.clock.now() + DAY });
  if (stage === 'scheduled') return id;
  await t.as('member').call('home_lesson.start', { id });
  if (stage === 'visiting') return id;
  await t.as('member').call('home_lesson.record', { id, columns, audio: null, request: null });
  return id;
}

export const lessons: Rows<Names> = {
  'survey.get': { scene: async () => ({ by: 'resident', input: {} }), expect: all },
  'survey.answer': { scene: async () => ({ by: 'resident', input: { answers } }), expect: all },
  'survey.heard': {
    async scene(t) {
      await t.as('resident').call('survey.answer', { answers: { ...answers, words: '楼上总吵' } });
      return { by: 'office', input: { after: null } };
    },
    expect: { office: 'ok', others: 'NOT_ALLOWED' },
  },
  'survey.recommend': { scene: async () => ({ by: 'resident', input: { on: false } }), expect: all },
  'recorded.list': { scene: async () => ({ by: 'stranger', input: {} }), expect: all },
  'recorded.get': { scene: async () => ({ by: 'stranger', input: { id: 'r-rights' } }), expect: all },
  'relay.session': { scene: async () => ({ by: 'member', input: { id: 's-now' } }), expect: all },
  'relay.course': { scene: async () => ({ by: 'member', input: { id: 'c-vow' } }), expect: all },
  'study_hours.get': { scene: async () => ({ by: 'resident', input: {} }), expect: all },
  'study_hours.exempt': { scene: async () => ({ by: 'elder', input: { exempt: true } }), expect: all },
  'pair.list': { scene: async () => ({ by: 'elder', input: {} }), expect: all },
  'pair.enlist': {
    scene: async () => ({
      by: 'member',
      input: { side: 'young', frail: false, listed: true, communityId: 'jianguo' },
    }),
    expect: { member: 'ok', 'member-b': 'ok', grid: 'ok', others: 'NOT_ALLOWED' },
  },
  'pair.ask': {
    async scene(t) {
      await enlisted(t);
      const [candidate] = (await t.as('member').call('pair.list', {})).candidates;
      return {
        by: 'member',
        input: { entryId: candidate?.id ?? '', direction: 'young_helps_old' },
      };
    },
    // The elder cannot ask themself; who is not on the list cannot ask.
    expect: { member: 'ok', elder: 'NOT_FOUND', others: 'NOT_ALLOWED' },
  },
  'pair.answer': {
    scene: async (t) => ({ by: 'elder', input: { id: await paired(t), command: 'end' } }),
    expect: both,
  },
  'home_lesson.list': { scene: async () => ({ by: 'elder', input: {} }), expect: all },
  'home_lesson.get': {
    scene: async (t) => ({ by: 'elder', input: { id: await visit(t, 'recorded') } }),
    expect: both,
  },
  'home_lesson.book': {
    scene: async (t) => ({
      by: 'member',
      input: { pairId: await paired(t), at: t.clock.now() + DAY },
    }),
    expect: both,
  },
  'home_lesson.schedule': {
    scene: async (t) => ({
      by: 'elder',
      input: { id: await visit(t, 'suggested'), at: t.clock.now() + DAY },
    }),
    expect: both,
  },
  'home_lesson.decline': {
    scene: async (t) => ({ by: 'elder', input: { id: await visit(t, 'suggested') } }),
    expect: both,
  },
  'home_lesson.start': {
    scene: async (t) => ({ by: 'member', input: { id: await visit(t, 'scheduled') } }),
    expect: visitor,
  },
  'home_lesson.record': {
    scene: async (t) => ({
      by: 'member',
      input: { id: await visit(t, 'visiting'), columns, audio: null, request: null },
    }),
    expect: visitor,
  },
  'home_lesson.confirm': {
    scene: async (t) => ({ by: 'elder', input: { id: await visit(t, 'recorded') } }),
    expect: theElder,
  },
  'home_lesson.correct': {
    scene: async (t) => ({ by: 'elder', input: { id: await visit(t, 'recorded'), columns } }),
    expect: theElder,
  },
  'home_lesson.cancel': {
    scene: async (t) => ({ by: 'elder', input: { id: await visit(t, 'scheduled') } }),
    expect: both,
  },
};

import type { InputOf } from '@contract/actions';
import type { ContentActions, CourseBody } from '@contract/content';
import type { GovernanceActions } from '@contract/governance';
import type { PolicyActions } from '@contract/policy';
import type { Town } from '../../support/town';
import type { Rows } from '../row';

const office = { office: 'ok', others: 'NOT_ALLOWED' } as const;
const records = { office: 'ok', committee: 'ok', auditor: 'ok', others: 'NOT_ALLOWED' } as const;

const appointment: InputOf<'matter.propose'> = {
  kind: 'faculty',
  subject: { kind: 'teacher', id: 'teacher-sample' },
  words: '请他来讲防骗',
};
const proposed = async (t: Town) => (await t.as('office').call('matter.propose', appointment)).id;

export const COURSE: CourseBody = {
  kind: 'course',
  title: '样例新课',
  summary: '讲一讲怎么认假币。',
  track: 'practice',
  methods: ['case'],
  groups: ['community'],
  program: 'night_school',
  brand: 'people',
  topics: ['fraud'],
  form: 'taught_and_carried',
  delivery: 'model',
  themes: ['development'],
  minutes: 45,
  teacher: { batch: 'selected', source: '区级宣讲团', name: null },
  minimum: 5,
};

async function written(t: Town): Promise<string> {
  return (await t.as('office').call('content.write', { contentId: null, body: COURSE })).id;
}
async function handedIn(t: Town): Promise<string> {
  const id = await written(t);
  await t.as('office').call('content.submit', { id });
  return id;
}
/** Read by the office and by one member: the other one may read it last. */
async function inFinal(t: Town): Promise<string> {
  const id = await handedIn(t);
  await t.as('office').call('content.pass', { id, stage: 'first' });
  await t.as('committee-b').call('content.pass', { id, stage: 'second' });
  return id;
}

export const governanceRows: Rows<keyof GovernanceActions | keyof ContentActions | keyof PolicyActions> = {
  'committee.get': { scene: async () => ({ by: 'stranger', input: {} }), expect: { others: 'ok' } },
  'committee.post': {
    scene: async () => ({ by: 'office', input: { id: 'sample_committee-b', post: 'principal' } }),
    expect: office,
  },
  'matter.list': {
    async scene(t) {
      await proposed(t);
      return { by: 'committee', input: {} };
    },
    expect: records,
  },
  'matter.get': {
    async scene(t) {
      return { by: 'committee', input: { id: await proposed(t) } };
    },
    expect: records,
  },
  'matter.subjects': {
    scene: async () => ({ by: 'office', input: { kind: 'takedown' } }),
    expect: office,
  },
  'matter.propose': { scene: async () => ({ by: 'office', input: appointment }), expect: office },
  'matter.sign': {
    async scene(t) {
      const id = await proposed(t);
      await t.as('committee-b').call('matter.sign', { id, round: 1, agrees: true, word: '' });
      return { by: 'committee', input: { id, round: 1, agrees: true, word: '讲得好' } };
    },
    expect: { committee: 'ok', others: 'NOT_ALLOWED' },
  },
  'matter.amend': {
    async scene(t) {
      return { by: 'office', input: { id: await proposed(t), words: '请他一个月来讲一回' } };
    },
    expect: office,
  },
  'matter.withdraw': {
    async scene(t) {
      return { by: 'office', input: { id: await proposed(t), reason: '本人没空' } };
    },
    expect: office,
  },
  'content.desk': {
    async scene(t) {
      await handedIn(t);
      return { by: 'office', input: {} };
    },
    expect: records,
  },
  'content.draft': {
    async scene(t) {
      return { by: 'auditor', input: { id: await handedIn(t) } };
    },
    expect: records,
  },
  'content.source': {
    scene: async () => ({ by: 'office', input: { kind: 'course', id: 'c-fraud' } }),
    expect: office,
  },
  'content.write': {
    scene: async () => ({ by: 'office', input: { contentId: null, body: COURSE } }),
    expect: office,
  },
  'content.submit': {
    async scene(t) {
      return { by: 'office', input: { id: await written(t) } };
    },
    expect: office,
  },
  'content.pass': {
    async scene(t) {
      return { by: 'committee', input: { id: await inFinal(t), stage: 'final' } };
    },
    expect: { committee: 'ok', others: 'NOT_ALLOWED' },
  },
  'content.send_back': {
    async scene(t) {
      return { by: 'committee', input: { id: await inFinal(t), stage: 'final', reason: '例子太老' } };
    },
    expect: { committee: 'ok', others: 'NOT_ALLOWED' },
  },
  'content.drop': {
    async scene(t) {
      return { by: 'office', input: { id: await written(t) } };
    },
    expect: office,
  },
  'content.confirm': {
    scene: async () => ({ by: 'office', input: { kind: 'course', id: 'c-fraud' } }),
    expect: office,
  },
  'content.take_down': {
    scene: async () => ({ by: 'office', input: { kind: 'recorded', id: 'r-vow', reason: '说法旧了' } }),
    expect: office,
  },
  'policy.list': { scene: async () => ({ by: 'stranger', input: {} }), expect: { others: 'ok' } },
  'policy.get': {
    scene: async () => ({ by: 'stranger', input: { policy: 'learner_code', edition: null } }),
    expect: { others: 'ok' },
  },
};

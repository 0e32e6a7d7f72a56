import type { ArchiveActions } from '@contract/archive';
import type { ModuleActions } from '@contract/modules';
import type { FixedClassInput, PlanActions } from '@contract/plan';
import type { SharingActions } from '@contract/sharing';
import type { Town } from '../../support/town';
import type { Rows } from '../row';

const office = { office: 'ok', others: 'NOT_ALLOWED' } as const;
const records = { office: 'ok', committee: 'ok', auditor: 'ok', others: 'NOT_ALLOWED' } as const;

/** The proof's town lives in November 2026. */
const YEAR = 2026;
export const CLASS: FixedClassInput = {
  area: 'spirit',
  title: '',
  courseId: 'c-rights',
  venueId: 'main',
  weekday: 3,
  weeks: [1, 3],
  start: '19:00',
  minutes: 60,
};

async function put(t: Town, month = 12, year = YEAR): Promise<string> {
  const view = await t.as('office').call('plan.put', { year, month, id: null, class: CLASS });
  return view.classes.at(-1)?.id ?? '';
}
async function proposed(t: Town): Promise<string> {
  await put(t);
  const { matterId } = await t.as('office').call('plan.propose', { year: YEAR, words: '按月排好了' });
  return matterId ?? '';
}
async function approved(t: Town): Promise<void> {
  const id = await proposed(t);
  for (const key of ['committee', 'committee-b'])
    await t.as(key).call('matter.sign', { id, round: 1, agrees: true, word: '' });
}

export const planRows: Rows<
  keyof PlanActions | keyof ArchiveActions | keyof SharingActions | keyof ModuleActions
> = {
  'school.empty': { scene: async () => ({ by: 'stranger', input: {} }), expect: { others: 'ok' } },
  'resource.list': { scene: async () => ({ by: 'auditor', input: {} }), expect: records },
  'resource.share': {
    scene: async () => ({
      by: 'office',
      input: { kind: 'venue', id: 'main', version: 1, ownerOrg: '样例单位', sharedWith: ['样例社区'] },
    }),
    expect: office,
  },
  'archive.month': {
    async scene(t) {
      await approved(t);
      return { by: 'auditor', input: { month: '2026-11' } };
    },
    expect: records,
  },
  'plan.get': { scene: async () => ({ by: 'office', input: { year: YEAR } }), expect: records },
  'plan.put': {
    async scene(t) {
      await put(t);
      return { by: 'office', input: { year: YEAR, month: 12, id: null, class: { ...CLASS, weekday: 5 } } };
    },
    expect: office,
  },
  'plan.move': {
    async scene(t) {
      const id = await put(t);
      return { by: 'office', input: { year: YEAR, id, month: 11, weekday: 6, weeks: [] } };
    },
    expect: office,
  },
  'plan.drop': {
    async scene(t) {
      return { by: 'office', input: { year: YEAR, id: await put(t) } };
    },
    expect: office,
  },
  'plan.copy': {
    async scene(t) {
      await put(t);
      return { by: 'office', input: { year: YEAR + 1 } };
    },
    expect: office,
  },
  'plan.propose': {
    async scene(t) {
      await put(t);
      return { by: 'office', input: { year: YEAR, words: '按月排好了' } };
    },
    expect: office,
  },
  'plan.days': {
    async scene(t) {
      await approved(t);
      return { by: 'office', input: { year: YEAR, month: 12 } };
    },
    expect: records,
  },
  'plan.generate': {
    async scene(t) {
      await approved(t);
      return { by: 'office', input: { year: YEAR, month: 12 } };
    },
    expect: office,
  },
  'plan.month': {
    async scene(t) {
      await approved(t);
      return { by: 'stranger', input: { month: null } };
    },
    expect: { others: 'ok' },
  },
};

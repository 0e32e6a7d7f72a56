import { wish } from '../../functions/wish';
import type { Town } from '../../support/town';
import type { Rows } from '../row';

/** Families, household cards and one's own data. */

const all = { progress: true, speak: true, confirm: true };
const home = {
  name: '样例老人',
  communityId: 'jianguo',
  phone: '',
  building: '样例楼 5 栋',
  door: '501',
};

async function bound(t: Town): Promise<string> {
  const { code } = await t.as('elder').call('family.offer', { agreed: all });
  const { elders } = await t.as('daughter').call('family.bind', { code });
  return elders[0]?.id ?? '';
}

const household = async (t: Town) => (await t.as('grid').call('household.register', home)).card;

/** Those who may enter a home's card: the grid worker and the desk of its community. */
const staff = { grid: 'ok', dispatcher: 'ok', others: 'NOT_ALLOWED' } as const;

export const family: Rows<
  | 'family.get'
  | 'family.offer'
  | 'family.witness'
  | 'family.bind'
  | 'family.agree'
  | 'family.unbind'
  | 'family.matters'
  | 'household.register'
  | 'household.issue'
  | 'household.open'
  | 'household.void'
  | 'household.take'
  | 'household.mine'
  | 'data.get'
  | 'data.export'
  | 'data.withdraw'
  | 'data.erase'
  | 'data.keep'
> = {
  'family.get': { scene: async () => ({ by: 'daughter', input: {} }), expect: { others: 'ok' } },
  'family.offer': {
    scene: async () => ({ by: 'elder', input: { agreed: all } }),
    expect: { others: 'ok' },
  },
  'family.witness': {
    scene: async (t) => ({ by: 'grid', input: { cardId: (await household(t)).id, agreed: all } }),
    expect: staff,
  },
  'family.bind': {
    async scene(t) {
      const { code } = await t.as('elder').call('family.offer', { agreed: all });
      return { by: 'daughter', input: { code } };
    },
    tries: 'pairings',
    expect: { elder: 'BIND_CODE_WRONG', others: 'ok' },
  },
  'family.agree': {
    scene: async (t) => ({ by: 'elder', input: { id: await bound(t), agreed: all } }),
    expect: { elder: 'ok', others: 'NOT_FOUND' },
  },
  'family.unbind': {
    scene: async (t) => ({ by: 'elder', input: { id: await bound(t) } }),
    expect: { elder: 'ok', daughter: 'ok', grid: 'ok', dispatcher: 'ok', others: 'NOT_FOUND' },
  },
  'family.matters': {
    async scene(t) {
      await bound(t);
      await t.as('elder').call('request.submit', wish);
      return { by: 'daughter', input: { personId: 'sample_elder' } };
    },
    expect: { daughter: 'ok', others: 'NOT_FOUND' },
  },
  'household.register': { scene: async () => ({ by: 'grid', input: home }), expect: staff },
  'household.issue': {
    scene: async (t) => ({ by: 'grid', input: { id: (await household(t)).id } }),
    expect: staff,
  },
  'household.open': {
    scene: async (t) => ({ by: 'grid', input: { code: (await household(t)).code } }),
    expect: staff,
  },
  'household.void': {
    scene: async (t) => ({ by: 'grid', input: { id: (await household(t)).id, why: 'lost' } }),
    expect: { grid: 'ok', dispatcher: 'ok', others: 'NOT_FOUND' },
  },
  'household.take': {
    scene: async () => ({ by: 'elder', input: { wanted: true } }),
    expect: { others: 'ok' },
  },
  'household.mine': { scene: async () => ({ by: 'elder', input: {} }), expect: { others: 'ok' } },
  'data.get': { scene: async () => ({ by: 'elder', input: {} }), expect: { others: 'ok' } },
  'data.export': {
    scene: async () => ({ by: 'elder', input: {} }),
    expect: { stranger: 'NOT_ALLOWED', others: 'ok' },
  },
  'data.withdraw': {
    scene: async () => ({ by: 'elder', input: { consent: 'elder' } }),
    expect: { others: 'ok' },
  },
  'data.erase': {
    scene: async () => ({ by: 'resident', input: { understood: false } }),
    expect: { others: 'ok' },
  },
  'data.keep': {
    async scene(t) {
      await t.as('resident').call('data.erase', { understood: false });
      return { by: 'resident', input: { wanted: true } };
    },
    expect: { resident: 'ok', others: 'NOT_ERASING' },
  },
};

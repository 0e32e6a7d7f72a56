import { wish } from '../../functions/wish';
import type { Town } from '../../support/town';
import type { Rows } from '../row';

/** One person, several ways in: a record made at the door or on the telephone, and a later WeChat account. */

const home = {
  name: '样例大娘',
  communityId: 'jianguo',
  phone: '',
  building: '样例楼 5 栋',
  door: '502 门口贴福字',
};

const record = async (t: Town) => (await t.as('grid').call('household.register', home)).personId;
const offered = async (t: Town) =>
  (await t.as('grid').call('joining.offer', { personId: await record(t), how: 'door' })).code;

/** Whoever works at a desk, in a class or a grid does not become one with a record; a 党员 may. */
const residents = {
  stranger: 'ok',
  elder: 'ok',
  resident: 'ok',
  daughter: 'ok',
  member: 'ok',
  'member-b': 'ok',
  host: 'JOIN_UNFIT',
  grid: 'JOIN_UNFIT',
  dispatcher: 'JOIN_UNFIT',
  liaison: 'JOIN_UNFIT',
  office: 'JOIN_UNFIT',
  committee: 'JOIN_UNFIT',
  auditor: 'JOIN_UNFIT',
  admin: 'JOIN_UNFIT',
  lead: 'JOIN_UNFIT',
} as const;

export const joiningRows: Rows<
  'joining.mine' | 'joining.offer' | 'joining.look' | 'joining.confirm' | 'joining.part'
> = {
  'joining.mine': { scene: async () => ({ by: 'elder', input: {} }), expect: { others: 'ok' } },
  'joining.offer': {
    scene: async (t) => ({ by: 'grid', input: { personId: await record(t), how: 'door' } }),
    expect: { grid: 'ok', dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
  'joining.look': {
    scene: async (t) => ({ by: 'resident', input: { code: await offered(t) } }),
    tries: 'pairings',
    expect: residents,
  },
  'joining.confirm': {
    async scene(t) {
      const code = await offered(t);
      await t.as('resident').call('request.submit', wish);
      return { by: 'resident', input: { code } };
    },
    tries: 'pairings',
    expect: residents,
  },
  'joining.part': {
    async scene(t) {
      const personId = await record(t);
      const { code } = await t.as('grid').call('joining.offer', { personId, how: 'door' });
      await t.as('resident').call('joining.confirm', { code });
      // The resident's own phone says `null`: who they are changes with it.
      return { by: 'grid', input: { personId } };
    },
    expect: { resident: 'ok', grid: 'ok', dispatcher: 'ok', others: 'NOT_FOUND' },
  },
};

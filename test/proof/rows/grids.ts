import { DAY } from '../../../cloudfunctions/core/calendar';
import type { Town } from '../../support/town';
import type { Rows } from '../row';

/** Grids: the desk of the community, and the administrators of the street. */

const keepers = { dispatcher: 'ok', admin: 'ok', others: 'NOT_ALLOWED' } as const;
const north = 'jianguo-north';

async function twoWorkers(t: Town) {
  await t.as('admin').call('role.grant', {
    personId: 'sample_resident',
    role: 'grid_worker',
    scope: 'jianguo-south',
    why: '新来的网格员',
  });
  const from = t.clock.now() + DAY;
  return { id: north, awayId: 'sample_grid', coverId: 'sample_resident', from, to: from + 3 * DAY };
}

export const gridRows: Rows<'grid.list' | 'grid.describe' | 'grid.cover' | 'grid.uncover' | 'grid.quarters'> =
  {
    'grid.list': {
      scene: async () => ({ by: 'dispatcher', input: { communityId: 'jianguo' } }),
      expect: keepers,
    },
    'grid.describe': {
      scene: async () => ({
        by: 'dispatcher',
        input: { id: north, quarters: [{ name: '样例小区', buildings: ['样例楼 1 栋'] }] },
      }),
      expect: keepers,
    },
    'grid.cover': {
      scene: async (t) => ({ by: 'dispatcher', input: await twoWorkers(t) }),
      expect: keepers,
    },
    'grid.uncover': {
      async scene(t) {
        const { grids } = await t.as('dispatcher').call('grid.cover', await twoWorkers(t));
        return { by: 'dispatcher', input: { id: north, key: grids[0]?.covers[0]?.key ?? '' } };
      },
      expect: keepers,
    },
    'grid.quarters': {
      scene: async () => ({ by: 'elder', input: { communityId: 'jianguo' } }),
      expect: { others: 'ok' },
    },
  };

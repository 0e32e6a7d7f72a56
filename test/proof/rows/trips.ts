import { HOUR } from '../../../cloudfunctions/core/calendar';
import type { Town } from '../../support/town';
import type { Rows } from '../row';
import { handling } from './scenes';

/** Of `grid`, in two hours: a matter of `resident` and the building of `elder`. */
async function planned(t: Town): Promise<{ id: string; matter: string }> {
  const matter = await handling(t);
  const { id } = await t.as('grid').call('trip.plan', {
    communityId: 'jianguo',
    at: t.clock.now() + 2 * HOUR,
    matters: [matter],
    buildings: ['样例楼 1 栋'],
  });
  return { id, matter };
}

const own = async (t: Town) => ({ by: 'grid', input: { id: (await planned(t)).id } }) as const;

/** 敲门问需: whoever set out walks it alone; what was found is never refused to them. */
export const tripRows: Rows<
  | 'trip.options'
  | 'trip.plan'
  | 'trip.mine'
  | 'trip.get'
  | 'trip.start'
  | 'trip.record'
  | 'trip.end'
  | 'trip.cancel'
  | 'trip.coming'
  | 'trip.desk'
> = {
  'trip.options': {
    scene: async () => ({ by: 'grid', input: {} }),
    expect: { grid: 'ok', member: 'ok', 'member-b': 'ok', others: 'NOT_ALLOWED' },
  },
  'trip.plan': {
    async scene(t) {
      const matter = await handling(t);
      const at = t.clock.now() + 600_000;
      return {
        by: 'grid',
        input: { communityId: 'jianguo', at, matters: [matter], buildings: ['样例楼 1 栋'] },
      };
    },
    // The matter is in the hands of `grid`.
    expect: { grid: 'ok', member: 'NOT_FOUND', 'member-b': 'NOT_FOUND', others: 'NOT_ALLOWED' },
  },
  'trip.mine': { scene: async () => ({ by: 'grid', input: {} }), expect: { others: 'ok' } },
  'trip.get': { scene: own, expect: { grid: 'ok', others: 'NOT_FOUND' } },
  'trip.start': { scene: own, expect: { grid: 'ok', others: 'NOT_FOUND' } },
  'trip.record': {
    async scene(t) {
      const { id, matter } = await planned(t);
      const need = { kind: 'errand', text: '想取药' } as const;
      return {
        by: 'grid',
        input: {
          id,
          stop: matter,
          door: '',
          outcome: 'met',
          said: '都好',
          audio: null,
          household: null,
          need,
        },
      };
    },
    expect: { grid: 'ok', others: 'NOT_FOUND' },
  },
  'trip.end': { scene: own, expect: { grid: 'ok', others: 'NOT_FOUND' } },
  'trip.cancel': { scene: own, expect: { grid: 'ok', others: 'NOT_FOUND' } },
  'trip.coming': {
    async scene(t) {
      await planned(t);
      return { by: 'elder', input: {} };
    },
    expect: { others: 'ok' },
  },
  'trip.desk': {
    async scene(t) {
      await planned(t);
      return { by: 'dispatcher', input: { communityId: null } };
    },
    expect: { dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
};

import { newRid, type Town } from '../../support/town';
import type { Rows } from '../row';

const DAY = 86_400_000;
const wish = (t: Town, stopId: string, ahead = 3) => ({
  stopId,
  day: t.clock.now() + ahead * DAY,
  half: 'morning' as const,
  size: 4,
  group: '样例支部',
  communityId: 'jianguo',
});
const booked = (t: Town, stopId: string) => t.as('resident').call('walk.book', wish(t, stopId));
/** A storyteller of the seed who has said yes with the account of the elder. */
async function agreed(t: Town): Promise<void> {
  const { code } = await t.as('office').call('route.invite', { id: 'stop-lin' }, newRid());
  await t.as('elder').call('route.agree', { code }, newRid());
}

/** 行走的党课: looking is for all; a stop is answered for by its storyteller, or by the office. */
export const walkRows: Rows<
  | 'route.list'
  | 'route.get'
  | 'route.stop'
  | 'route.rest'
  | 'route.invite'
  | 'route.agree'
  | 'route.consent'
  | 'route.describe'
  | 'walk.book'
  | 'walk.get'
  | 'walk.mine'
  | 'walk.desk'
  | 'walk.confirm'
  | 'walk.decline'
  | 'walk.cancel'
> = {
  'route.list': { scene: async () => ({ by: 'stranger', input: {} }), expect: { others: 'ok' } },
  'route.get': {
    scene: async () => ({ by: 'stranger', input: { code: 'silver_talk' } }),
    expect: { others: 'ok' },
  },
  'route.stop': {
    scene: async () => ({ by: 'stranger', input: { id: 'stop-film' } }),
    expect: { others: 'ok' },
  },
  'route.rest': {
    scene: async () => ({ by: 'office', input: { id: 'stop-zou', resting: true } }),
    expect: { office: 'ok', others: 'NOT_ALLOWED' },
  },
  'route.invite': {
    scene: async () => ({ by: 'office', input: { id: 'stop-zou' } }),
    expect: { office: 'ok', others: 'NOT_ALLOWED' },
  },
  'route.agree': {
    async scene(t) {
      const { code } = await t.as('office').call('route.invite', { id: 'stop-lin' });
      return { by: 'elder', input: { code } };
    },
    expect: { others: 'ok' },
  },
  'route.consent': {
    async scene(t) {
      await agreed(t);
      return { by: 'elder', input: { id: 'stop-lin', given: false } };
    },
    expect: { elder: 'ok', others: 'NOT_ALLOWED' },
  },
  'route.describe': {
    scene: async () => ({ by: 'office', input: { id: 'stop-graphite', most: 20, safety: null } }),
    expect: { office: 'ok', others: 'NOT_ALLOWED' },
  },
  'walk.book': {
    scene: async (t) => ({ by: 'resident', input: wish(t, 'stop-film') }),
    expect: { others: 'ok' },
  },
  'walk.get': {
    async scene(t) {
      const { id } = await booked(t, 'stop-film');
      return { by: 'resident', input: { id } };
    },
    expect: { resident: 'ok', office: 'ok', others: 'NOT_FOUND' },
  },
  'walk.mine': { scene: async () => ({ by: 'resident', input: {} }), expect: { others: 'ok' } },
  'walk.desk': { scene: async () => ({ by: 'office', input: {} }), expect: { others: 'ok' } },
  'walk.confirm': {
    async scene(t) {
      const { id } = await booked(t, 'stop-film');
      return { by: 'office', input: { id } };
    },
    expect: { office: 'ok', others: 'NOT_ALLOWED' },
  },
  'walk.decline': {
    async scene(t) {
      const { id } = await booked(t, 'stop-film');
      return { by: 'office', input: { id, reason: '那天有事' } };
    },
    expect: { office: 'ok', others: 'NOT_ALLOWED' },
  },
  'walk.cancel': {
    async scene(t) {
      const { id } = await booked(t, 'stop-film');
      return { by: 'resident', input: { id } };
    },
    expect: { resident: 'ok', others: 'NOT_ALLOWED' },
  },
};

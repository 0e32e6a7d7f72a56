import assert from 'node:assert/strict';
import { personIdOf } from '../../../database/seed/samples/people';
import type { Rows } from '../row';
import { atTheDoor, full, offered } from './scenes';

type Names =
  | 'course.menu'
  | 'course.get'
  | 'course.order'
  | 'venue.list'
  | 'venue.get'
  | 'venue.here'
  | 'session.list'
  | 'session.get'
  | 'session.mine'
  | 'session.take'
  | 'session.wait'
  | 'session.accept'
  | 'session.pass'
  | 'session.leave'
  | 'session.check_in'
  | 'session.hosting'
  | 'session.console'
  | 'session.code'
  | 'session.mark'
  | 'session.edit'
  | 'session.cancel';

/** A class belongs to its host and to the school office. */
const HOSTS = { host: 'ok', office: 'ok', others: 'NOT_ALLOWED' } as const;

export const school: Rows<Names> = {
  'course.menu': {
    scene: async () => ({
      by: 'elder',
      input: { track: null, group: null, method: null, program: null, communityId: null },
    }),
    expect: { others: 'ok' },
  },
  'course.get': {
    scene: async () => ({ by: 'elder', input: { id: 'c-food' } }),
    expect: { others: 'ok' },
  },
  'course.order': {
    scene: async () => ({ by: 'elder', input: { ids: ['c-food', 'c-vow'], ordered: true } }),
    expect: { others: 'ok' },
  },
  'venue.list': {
    scene: async () => ({ by: 'elder', input: { communityId: null } }),
    expect: { others: 'ok' },
  },
  'venue.get': {
    scene: async () => ({ by: 'elder', input: { id: 'branch-jianguo' } }),
    expect: { others: 'ok' },
  },
  'venue.here': {
    async scene(t) {
      const { code } = await t.as('host').call('venue.get', { id: 'branch-jianguo' });
      return { by: 'elder', input: { code } };
    },
    expect: { others: 'ok' },
  },
  'session.list': {
    scene: async () => ({
      by: 'elder',
      input: { program: null, venueId: null, communityId: null, after: null },
    }),
    expect: { others: 'ok' },
  },
  'session.get': {
    scene: async () => ({ by: 'elder', input: { id: 's-table' } }),
    expect: { others: 'ok' },
  },
  'session.mine': {
    scene: async () => ({ by: 'elder', input: {} }),
    expect: { others: 'ok' },
  },
  'session.take': {
    scene: async () => ({ by: 'elder', input: { id: 's-table' } }),
    expect: { others: 'ok' },
  },
  'session.wait': {
    scene: async (t) => ({ by: 'resident', input: { id: await full(t) } }),
    expect: { others: 'ok' },
  },
  'session.accept': {
    scene: async (t) => ({ by: 'resident', input: { id: await offered(t) } }),
    expect: { resident: 'ok', others: 'NO_OFFER' },
  },
  'session.pass': {
    async scene(t) {
      const id = await offered(t);
      await t.as('member').call('session.wait', { id });
      return { by: 'resident', input: { id } };
    },
    expect: { resident: 'ok', others: 'NO_OFFER' },
  },
  'session.leave': {
    // Somebody waits, so that a seat given back is offered on; who has none changes nothing.
    async scene(t) {
      for (const key of ['resident', 'teacher']) await t.as(key).call('session.take', { id: 's-small' });
      await t.as('storyteller').call('session.wait', { id: 's-small' });
      return { by: 'resident', input: { id: 's-small' } };
    },
    expect: { others: 'ok' },
  },
  'session.check_in': {
    async scene(t) {
      const { code } = await t.as('host').call('venue.get', { id: 'branch-jianguo' });
      const agreed = { progress: false, speak: true, confirm: false };
      const offer = await t.as('elder').call('family.offer', { agreed });
      await t.as('daughter').call('family.bind', { code: offer.code });
      const id = await atTheDoor(t);
      const by = { way: 'poster', venueCode: code } as const;
      return { by: 'daughter', input: { id, by, person: personIdOf('elder') } };
    },
    // For oneself a good code and a free chair are enough; for somebody else it takes their word.
    expect: { elder: 'ok', daughter: 'ok', others: 'NOT_FOUND' },
  },
  'session.hosting': {
    scene: async () => ({ by: 'host', input: {} }),
    expect: HOSTS,
  },
  'session.console': {
    async scene(t) {
      await t.as('resident').call('session.take', { id: 's-table' });
      return { by: 'host', input: { id: 's-table' } };
    },
    expect: HOSTS,
  },
  'session.code': {
    scene: async (t) => ({ by: 'host', input: { id: await atTheDoor(t) } }),
    expect: HOSTS,
  },
  'session.mark': {
    async scene(t) {
      const id = await atTheDoor(t);
      const [line] = (await t.as('host').call('session.console', { id })).roster;
      assert.ok(line, 'resident is on the roster');
      return { by: 'host', input: { id, seat: line.seat, arrived: true } };
    },
    expect: HOSTS,
  },
  'session.edit': {
    async scene(t) {
      const { session } = await t.as('host').call('session.console', { id: 's-rights' });
      return {
        by: 'host',
        input: { id: 's-rights', version: session.version, bring: ['笔', '本子'], capacity: 20 },
      };
    },
    expect: HOSTS,
  },
  'session.cancel': {
    async scene(t) {
      for (const key of ['resident', 'elder']) await t.as(key).call('session.take', { id: 's-night-2' });
      return { by: 'host', input: { id: 's-night-2', reason: '停电' } };
    },
    expect: HOSTS,
  },
};

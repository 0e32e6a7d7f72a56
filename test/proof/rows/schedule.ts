import { DAY } from '../../../cloudfunctions/core/calendar';
import { personIdOf } from '../../../database/seed/samples/people';
import { approved, drafted, planFor, published, station } from '../../functions/plan';
import type { Rows } from '../row';

type Names =
  | 'session.take_group'
  | 'session.give_back'
  | 'session.choices'
  | 'session.desk'
  | 'session.program'
  | 'station.mine'
  | 'station.report'
  | 'station.open'
  | 'station.pool'
  | 'course.order_branch'
  | 'course.orders'
  | 'session.sheet'
  | 'session.fits'
  | 'session.draft'
  | 'session.submit'
  | 'session.approve'
  | 'session.return'
  | 'session.publish'
  | 'session.open'
  | 'session.postpone'
  | 'session.republish'
  | 'session.hand_over';

const HOSTS = { host: 'ok', office: 'ok', others: 'NOT_ALLOWED' } as const;
const OFFICE = { office: 'ok', others: 'NOT_ALLOWED' } as const;
const REVIEW = { office: 'ok', committee: 'ok', others: 'NOT_ALLOWED' } as const;

/** From draft to sign-up: the class is planned by the office with `host` as its host. */
export const schedule: Rows<Names> = {
  'session.take_group': {
    scene: async () => ({
      by: 'member',
      input: { id: 's-rights', branch: '样例支部', names: ['样例同志', ''] },
    }),
    expect: { others: 'ok' },
  },
  'session.give_back': {
    // Somebody waits, so that the seat is offered on; who has taken none changes nothing.
    async scene(t) {
      const id = 's-small';
      const { guests = [] } = await t
        .as('member')
        .call('session.take_group', { id, branch: '样例支部', names: ['样例同志', ''] });
      await t.as('teacher').call('session.wait', { id });
      return { by: 'member', input: { id, seat: guests[0]?.seat ?? '' } };
    },
    expect: { others: 'ok' },
  },
  'session.choices': { scene: async () => ({ by: 'office', input: {} }), expect: HOSTS },
  'session.desk': {
    async scene(t) {
      await drafted(t);
      return { by: 'office', input: { day: planFor(t).startsAt } };
    },
    expect: { host: 'ok', office: 'ok', committee: 'ok', others: 'NOT_ALLOWED' },
  },
  'session.program': {
    scene: async () => ({ by: 'elder', input: { program: 'night_school' } }),
    expect: { others: 'ok' },
  },
  'station.mine': { scene: async () => ({ by: 'member', input: {} }), expect: { others: 'ok' } },
  'station.report': {
    scene: async () => ({ by: 'member', input: { id: null, report: station } }),
    expect: { others: 'ok' },
  },
  'station.open': {
    async scene(t) {
      const { id } = await t.as('member').call('station.report', { id: null, report: station });
      return { by: 'member', input: { id, open: false } };
    },
    expect: { member: 'ok', others: 'NOT_ALLOWED' },
  },
  'station.pool': {
    async scene(t) {
      await t.as('member').call('station.report', { id: null, report: station });
      return { by: 'office', input: {} };
    },
    expect: OFFICE,
  },
  'course.order_branch': {
    scene: async () => ({
      by: 'member',
      input: { id: 'c-rights', branch: '样例支部', size: 12, ordered: true },
    }),
    expect: { others: 'ok' },
  },
  'course.orders': {
    async scene(t) {
      const branch = { branch: '样例支部', size: 12, ordered: true };
      await t.as('member').call('course.order_branch', { id: 'c-rights', ...branch });
      return { by: 'office', input: {} };
    },
    expect: OFFICE,
  },
  'session.sheet': {
    scene: async (t) => ({ by: 'office', input: { id: await drafted(t) } }),
    expect: { host: 'ok', office: 'ok', committee: 'ok', others: 'NOT_ALLOWED' },
  },
  'session.fits': {
    async scene(t) {
      const { venueId, teacherId, startsAt, minutes, capacity } = planFor(t);
      return { by: 'office', input: { id: null, venueId, teacherId, startsAt, minutes, capacity } };
    },
    expect: HOSTS,
  },
  'session.draft': {
    scene: async (t) => ({ by: 'office', input: { id: null, version: 0, plan: planFor(t) } }),
    expect: HOSTS,
  },
  'session.submit': {
    scene: async (t) => ({ by: 'office', input: { id: await drafted(t) } }),
    expect: HOSTS,
  },
  'session.approve': {
    async scene(t) {
      const id = await drafted(t);
      await t.as('office').call('session.submit', { id });
      return { by: 'committee', input: { id } };
    },
    expect: REVIEW,
  },
  'session.return': {
    async scene(t) {
      const id = await drafted(t);
      await t.as('office').call('session.submit', { id });
      return { by: 'committee', input: { id, reason: '讲义还没看' } };
    },
    expect: REVIEW,
  },
  'session.publish': {
    async scene(t) {
      const branch = { branch: '样例支部', size: 12, ordered: true };
      await t.as('member').call('course.order_branch', { id: 'c-rights', ...branch });
      await t.as('elder').call('course.order', { ids: ['c-rights'], ordered: true });
      return { by: 'office', input: { id: await approved(t) } };
    },
    expect: OFFICE,
  },
  'session.open': {
    scene: async (t) => ({
      by: 'host',
      input: { id: await published(t, { signUpAt: planFor(t).startsAt - DAY }) },
    }),
    expect: HOSTS,
  },
  'session.postpone': {
    async scene(t) {
      const id = await published(t);
      for (const key of ['resident', 'elder']) await t.as(key).call('session.take', { id });
      return { by: 'office', input: { id, startsAt: planFor(t).startsAt + 7 * DAY, reason: '停电' } };
    },
    expect: OFFICE,
  },
  'session.republish': {
    async scene(t) {
      const id = await published(t);
      await t.as('resident').call('session.take', { id });
      await t.as('office').call('session.postpone', { id, startsAt: null, reason: '停电' });
      return { by: 'office', input: { id, startsAt: planFor(t).startsAt + 7 * DAY } };
    },
    expect: OFFICE,
  },
  'session.hand_over': {
    scene: async (t) => ({
      by: 'office',
      input: { id: await published(t), from: personIdOf('host'), to: personIdOf('office') },
    }),
    expect: OFFICE,
  },
};

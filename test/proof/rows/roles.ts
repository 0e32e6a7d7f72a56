import type { Town } from '../../support/town';
import type { Rows } from '../row';

/** Powers: only administrators give and take them, and nobody agrees to their own proposal. */

const admins = { admin: 'ok', others: 'NOT_ALLOWED' } as const;
const helper = { personId: 'sample_resident', role: 'volunteer', scope: 'jianguo' } as const;
const desk = { personId: 'sample_resident', role: 'dispatcher', scope: 'jianguo' } as const;

const codeOf = async (t: Town, key: string) => (await t.as(key).call('role.mine', {})).code;

export const roleRows: Rows<
  | 'role.mine'
  | 'role.find'
  | 'role.waiting'
  | 'role.grant'
  | 'role.confirm'
  | 'role.decline'
  | 'role.revoke'
  | 'role.trail'
  | 'caller.find'
> = {
  'role.mine': { scene: async () => ({ by: 'grid', input: {} }), expect: { others: 'ok' } },
  'role.find': {
    scene: async (t) => ({ by: 'admin', input: { code: await codeOf(t, 'resident') } }),
    expect: admins,
  },
  'role.waiting': {
    async scene(t) {
      await t.as('admin').call('role.grant', { ...desk, why: '新来的' });
      return { by: 'admin', input: {} };
    },
    expect: admins,
  },
  'role.grant': {
    scene: async () => ({ by: 'admin', input: { ...helper, why: '愿意帮忙' } }),
    expect: admins,
  },
  'role.confirm': {
    async scene(t) {
      await t.as('admin-b').call('role.grant', { ...desk, why: '新来的' });
      return { by: 'admin', input: desk };
    },
    expect: admins,
  },
  'role.decline': {
    async scene(t) {
      await t.as('admin-b').call('role.grant', { ...desk, why: '新来的' });
      return { by: 'admin', input: { ...desk, why: '再商量' } };
    },
    expect: admins,
  },
  'role.revoke': {
    scene: async () => ({
      by: 'admin',
      input: { personId: 'sample_grid', role: 'grid_worker', scope: 'jianguo-north', why: '换岗了' },
    }),
    expect: admins,
  },
  'role.trail': {
    scene: async () => ({ by: 'auditor', input: { after: null } }),
    expect: { auditor: 'ok', admin: 'ok', others: 'NOT_ALLOWED' },
  },
  'caller.find': {
    async scene(t) {
      await t.as('elder').call('me.update', { phone: '13912345678' });
      return { by: 'dispatcher', input: { phone: '13912345678' } };
    },
    expect: { dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
};

import type { SesameActions } from '@contract/sesame';
import type { Rows } from '../row';

export const sesameRows: Rows<keyof SesameActions> = {
  'dual.register': {
    scene: async () => ({
      by: 'member',
      input: { unit: '样例单位', skills: ['repair'], free: ['weekend'], likes: ['comfort'] },
    }),
    expect: { others: 'ok' },
  },
  'dual.leave': { scene: async () => ({ by: 'member', input: {} }), expect: { others: 'ok' } },
  'dual.lists': { scene: async () => ({ by: 'stranger', input: {} }), expect: { others: 'ok' } },
  'sesame.get': { scene: async () => ({ by: 'stranger', input: {} }), expect: { others: 'ok' } },
  'share.put': {
    scene: async () => ({ by: 'resident', input: { kind: 'thing', text: '一架轮椅，能借', days: 30 } }),
    expect: { others: 'ok' },
  },
  'share.withdraw': {
    async scene(t) {
      const { id } = await t
        .as('resident')
        .call('share.put', { kind: 'thing', text: '一架轮椅，能借', days: 30 });
      return { by: 'resident', input: { id } };
    },
    expect: { resident: 'ok', others: 'NOT_ALLOWED' },
  },
};

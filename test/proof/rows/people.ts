import assert from 'node:assert/strict';
import type { Rows } from '../row';
import { hung } from './scenes';

type Names =
  | 'home.get'
  | 'me.get'
  | 'me.speaker'
  | 'me.update'
  | 'me.inbox'
  | 'me.read_inbox'
  | 'me.subscribe';

export const people: Rows<Names> = {
  'home.get': {
    scene: async () => ({ by: 'elder', input: { communityId: 'jianguo' } }),
    expect: { others: 'ok' },
  },
  'me.speaker': { scene: async () => ({ by: 'elder', input: {} }), expect: { others: 'ok' } },
  'me.get': {
    scene: async () => ({ by: 'elder', input: {} }),
    expect: { others: 'ok' },
  },
  'me.update': {
    scene: async () => ({
      by: 'elder',
      input: {
        name: '样例新名',
        elder: true,
        phone: '13912345678',
        building: '样例楼 3 栋',
        door: '一单元 101',
      },
    }),
    expect: { others: 'ok' },
  },
  'me.inbox': {
    scene: async () => ({ by: 'elder', input: { after: null } }),
    expect: { others: 'ok' },
  },
  'me.read_inbox': {
    async scene(t) {
      await hung(t);
      const { items } = await t.as('elder').call('me.inbox', { after: null });
      const [first] = items;
      assert.ok(first, 'the elder was told');
      return { by: 'elder', input: { id: first.id } };
    },
    expect: { elder: 'ok', stranger: 'NOT_ALLOWED', others: 'NOT_FOUND' },
  },
  'me.subscribe': {
    scene: async () => ({
      by: 'elder',
      input: { answers: [{ template: 'class', answer: 'accept' }] },
    }),
    expect: { others: 'ok' },
  },
};

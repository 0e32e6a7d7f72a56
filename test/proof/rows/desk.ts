import type { Rows } from '../row';
import { dispatched, hung, reported, unheard, wished } from './scenes';

type Names =
  | 'wish.wall'
  | 'wish.get'
  | 'desk.triage'
  | 'desk.helpers'
  | 'desk.callbacks'
  | 'desk.callback_phone'
  | 'desk.called'
  | 'grid.board'
  | 'numbers.get';

export const desk: Rows<Names> = {
  'wish.wall': {
    async scene(t) {
      await hung(t);
      return { by: 'member', input: { after: null } };
    },
    expect: { others: 'ok' },
  },
  'wish.get': {
    scene: async (t) => ({ by: 'member', input: { id: await hung(t) } }),
    expect: { others: 'ok' },
  },
  'desk.triage': {
    async scene(t) {
      await wished(t);
      return { by: 'dispatcher', input: { communityId: null } };
    },
    expect: { dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
  'desk.helpers': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: await reported(t) } }),
    expect: { dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
  'desk.callbacks': {
    async scene(t) {
      await unheard(t);
      return { by: 'dispatcher', input: { communityId: null } };
    },
    expect: { dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
  'desk.callback_phone': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: await unheard(t) } }),
    expect: { dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
  'desk.called': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: await unheard(t), reached: true } }),
    expect: { dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
  'numbers.get': {
    async scene(t) {
      await t.sweep();
      return { by: 'resident', input: {} };
    },
    expect: { others: 'ok' },
  },
  'grid.board': {
    async scene(t) {
      await dispatched(t);
      return { by: 'grid', input: {} };
    },
    expect: { grid: 'ok', member: 'ok', 'member-b': 'ok', lead: 'ok', liaison: 'ok', others: 'NOT_ALLOWED' },
  },
};

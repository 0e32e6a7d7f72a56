import type { Rows } from '../row';
import { dispatched, hung, reported, wished } from './scenes';

type Names = 'wish.wall' | 'wish.get' | 'desk.triage' | 'desk.helpers' | 'grid.board';

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
  'grid.board': {
    async scene(t) {
      await dispatched(t);
      return { by: 'grid', input: {} };
    },
    expect: { grid: 'ok', member: 'ok', 'member-b': 'ok', lead: 'ok', liaison: 'ok', others: 'NOT_ALLOWED' },
  },
};

import type { Town } from '../../support/town';
import type { Rows } from '../row';

const chest = { kind: 'medical', word: '胸口疼', communityId: 'jianguo' } as const;
const told = (t: Town) => t.as('elder').call('danger.tell', chest);

export const danger: Rows<'danger.tell' | 'danger.list' | 'danger.reveal' | 'danger.called'> = {
  'danger.tell': {
    scene: async () => ({ by: 'elder', input: chest }),
    expect: { others: 'ok' },
  },
  'danger.list': {
    scene: async (t) => {
      await told(t);
      return { by: 'dispatcher', input: { communityId: null } };
    },
    expect: { dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
  'danger.reveal': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: (await told(t)).id } }),
    expect: { dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
  'danger.called': {
    scene: async (t) => ({ by: 'dispatcher', input: { id: (await told(t)).id, note: '人没事' } }),
    expect: { dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
};

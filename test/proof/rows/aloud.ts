import type { AloudActions } from '@contract/aloud';
import type { Rows } from '../row';
import * as scenes from './scenes';

/** In the town of the proofs a voice is on (`support/proof-town.ts`): who may read it on the page may hear it. */
export const aloudRows: Rows<keyof AloudActions> = {
  'aloud.home': {
    async scene(t) {
      await scenes.wished(t);
      return { by: 'elder', input: {} };
    },
    expect: { others: 'ok' },
  },
  'aloud.request': {
    scene: async (t) => ({ by: 'elder', input: { id: await scenes.wished(t) } }),
    expect: { elder: 'ok', dispatcher: 'ok', others: 'NOT_FOUND' },
  },
  'aloud.session': {
    scene: async () => ({ by: 'resident', input: { id: 's-table' } }),
    expect: { others: 'ok' },
  },
  'aloud.coming': {
    scene: async () => ({ by: 'elder', input: {} }),
    expect: { others: 'ok' },
  },
  'aloud.menu': {
    scene: async () => ({ by: 'resident', input: { communityId: 'jianguo' } }),
    expect: { others: 'ok' },
  },
  'aloud.confirm': {
    scene: async () => ({ by: 'elder', input: {} }),
    expect: { others: 'ok' },
  },
  'aloud.danger': {
    scene: async () => ({ by: 'elder', input: {} }),
    expect: { others: 'ok' },
  },
};

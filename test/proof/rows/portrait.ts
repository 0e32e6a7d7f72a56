import { newRid } from '../../support/town';
import { upload } from '../../support/upload';
import type { Rows } from '../row';
import * as scenes from './scenes';

/** Who may be at somebody's door: those who work on requests. */
const HELPERS = { grid: 'ok', member: 'ok', 'member-b': 'ok', lead: 'ok', others: 'NOT_ALLOWED' } as const;

export const portraitRows: Rows<
  'portrait.get' | 'portrait.put' | 'portrait.remove' | 'portrait.ring' | 'request.receipt' | 'request.vouch'
> = {
  'portrait.get': {
    scene: async () => ({ by: 'grid', input: {} }),
    expect: { stranger: 'NOT_ALLOWED', others: 'ok' },
  },
  'portrait.put': {
    async scene(t) {
      const rid = newRid();
      return { by: 'grid', rid, input: { picture: await upload(t, 'grid', 'portraits', rid) } };
    },
    expect: HELPERS,
  },
  'portrait.remove': {
    async scene(t) {
      const rid = newRid();
      const picture = await upload(t, 'grid', 'portraits', rid);
      await t.as('grid').call('portrait.put', { picture }, rid);
      return { by: 'grid', input: {} };
    },
    expect: { others: 'ok' },
  },
  'portrait.ring': {
    scene: async () => ({ by: 'grid', input: { rings: true } }),
    expect: HELPERS,
  },
  'request.vouch': {
    scene: async (t) => ({
      by: 'dispatcher',
      input: { id: await scenes.unanswered(t), file: 'audio', fit: true },
    }),
    expect: { dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
  'request.receipt': {
    async scene(t) {
      const id = await scenes.shopping(t);
      const rid = newRid();
      return { by: 'grid', rid, input: { id, picture: await upload(t, 'grid', 'receipts', rid) } };
    },
    expect: {
      grid: 'ok',
      member: 'NOT_FOUND',
      'member-b': 'NOT_FOUND',
      lead: 'NOT_FOUND',
      others: 'NOT_ALLOWED',
    },
  },
};

import type { Rows } from '../row';

/** 减负表: for whoever makes the ledger. */
export const burdenRows: Rows<'burden.get'> = {
  'burden.get': {
    scene: async () => ({ by: 'office', input: { month: '2026-11' } }),
    expect: { office: 'ok', dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
};

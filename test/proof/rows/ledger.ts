import type { Rows } from '../row';

/** 台账: whoever may export takes out the month of their own communities. */
export const ledgerRows: Rows<'ledger.export'> = {
  'ledger.export': {
    scene: async () => ({ by: 'office', input: { month: '2026-11', as: 'workbook' } }),
    expect: { office: 'ok', dispatcher: 'ok', others: 'NOT_ALLOWED' },
  },
};

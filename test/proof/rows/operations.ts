import type { Rows } from '../row';

export const operationsRows: Rows<'operations.get'> = {
  'operations.get': {
    async scene(t) {
      await t.sweep();
      return { by: 'admin', input: {} };
    },
    expect: { admin: 'ok', others: 'NOT_ALLOWED' },
  },
};

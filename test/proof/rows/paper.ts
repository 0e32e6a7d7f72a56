import type { Rows } from '../row';

/** 纸: printed by who works there, and what comes back is found again by its code. */
export const paperRows: Rows<'paper.print' | 'paper.read'> = {
  'paper.print': {
    scene: async () => ({ by: 'host', input: { kind: 'roster', id: 's-table', month: null } }),
    expect: { host: 'ok', office: 'ok', others: 'NOT_ALLOWED' },
  },
  'paper.read': {
    async scene(t) {
      const { code } = await t.as('host').call('paper.print', { kind: 'roster', id: 's-table', month: null });
      return { by: 'host', input: { code: code?.text ?? '' } };
    },
    expect: { others: 'ok' },
  },
};

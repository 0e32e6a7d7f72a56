import type { Rows } from '../row';

export const topics: Rows<'session.propose' | 'session.take_back'> = {
  'session.propose': {
    async scene(t) {
      await t.as('resident').call('session.take', { id: 's-table' });
      return { by: 'resident', input: { id: 's-table', text: '楼道的灯' } };
    },
    expect: { resident: 'ok', others: 'NOT_ON_ROSTER' },
  },
  'session.take_back': {
    async scene(t) {
      await t.as('resident').call('session.take', { id: 's-table' });
      await t.as('resident').call('session.propose', { id: 's-table', text: '楼道的灯' });
      return { by: 'resident', input: { id: 's-table' } };
    },
    // Taking back what one never proposed changes nothing and harms nobody.
    expect: { resident: 'ok', others: 'ok' },
  },
};

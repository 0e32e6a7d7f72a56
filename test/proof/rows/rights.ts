import { personIdOf } from '../../../database/seed/samples/people';
import type { Town } from '../../support/town';
import type { Rows } from '../row';

const personId = personIdOf('elder');

/** 注销 said by telephone, taken down by who looks after personal data: the desk rings back. */
export async function asked(t: Town): Promise<void> {
  await t.as('auditor').call('rights.ask', { personId, asked: { right: 'erase' } });
}

export const rightsRows: Rows<'rights.ask' | 'rights.waiting' | 'rights.phone' | 'rights.settle'> = {
  'rights.ask': {
    scene: async () => ({
      by: 'dispatcher',
      input: { personId, asked: { right: 'correct', field: 'phone', value: '13955556666' } },
    }),
    expect: { dispatcher: 'ok', auditor: 'ok', others: 'NOT_ALLOWED' },
  },
  'rights.waiting': {
    async scene(t) {
      await asked(t);
      return { by: 'dispatcher', input: {} };
    },
    expect: { dispatcher: 'ok', auditor: 'ok', others: 'NOT_ALLOWED' },
  },
  'rights.phone': {
    async scene(t) {
      await asked(t);
      return { by: 'dispatcher', input: { personId } };
    },
    expect: { dispatcher: 'ok', auditor: 'ok', others: 'NOT_ALLOWED' },
  },
  'rights.settle': {
    async scene(t) {
      await asked(t);
      return { by: 'dispatcher', input: { personId, agreed: true } };
    },
    expect: { dispatcher: 'ok', auditor: 'AWARD_OWN_HAND', others: 'NOT_ALLOWED' },
  },
};

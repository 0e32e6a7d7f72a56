import { personIdOf } from '../../../database/seed/samples/people';
import type { Town } from '../../support/town';
import { type Contest, onlyOne, rival } from './race';

const personId = personIdOf('elder');

/** The same person rings twice, and two take it down: one of them has, the other hears that something waits. */
export const takingDown: Contest = async () => ({
  prize: `persons/${personId}`,
  rivals: ['dispatcher', 'auditor'].map((by) =>
    rival(by, 'rights.ask', { personId, asked: { right: 'copy' } }),
  ),
  trouble: (outcome) => onlyOne(outcome, 'they took it down'),
});

async function secondDesk(t: Town): Promise<void> {
  const power = {
    personId: personIdOf('resident'),
    role: 'dispatcher',
    scope: 'jianguo',
  } as const;
  await t.as('admin').call('role.grant', { ...power, why: '添一位' });
  await t.as('admin-b').call('role.confirm', power);
}

/** Two ring back at once, and one of them was told no: it is done or refused, once. */
export const ringingBack: Contest = async (t) => {
  await secondDesk(t);
  await t.as('resident').call('rights.ask', { personId, asked: { right: 'erase' } });
  return {
    prize: `persons/${personId}`,
    rivals: ['dispatcher', 'auditor'].map((by) =>
      rival(by, 'rights.settle', { personId, agreed: by === 'auditor' }),
    ),
    trouble: (outcome) => onlyOne(outcome, 'they settled it'),
  };
};

import { type Roll, rollId } from '../../../cloudfunctions/people/role/model';
import { type Contest, entriesOf, type Outcome, onlyOne, rival, succeeded } from './race';

// What the function wrote.
const heldOn = ({ stored }: Outcome) =>
  (stored as Roll).holdings.filter((one) => one.state === 'held').length;

/** Two administrators give the same power in the same second: it is given once. */
export const granting: Contest = async (t) => {
  const power = { personId: 'sample_resident', role: 'volunteer', scope: 'jianguo' } as const;
  await t.as('admin').call('role.grant', { ...power, why: '试一试' });
  await t.as('admin').call('role.revoke', { ...power, why: '试完了' });
  return {
    prize: `grants/${rollId(power.personId, power.role, power.scope)}`,
    rivals: ['admin', 'admin-b'].map((by) => rival(by, 'role.grant', { ...power, why: '愿意帮忙' })),
    trouble: (outcome) =>
      onlyOne(outcome, 'they gave it') ||
      (entriesOf(outcome, 'grant') === 2 ? '' : `the trail has ${entriesOf(outcome, 'grant')} of two`),
  };
};

/** Agreed to on one telephone, declined on the other: one word counts. */
export const answering: Contest = async (t) => {
  const power = { personId: 'sample_resident', role: 'dispatcher', scope: 'jianguo' } as const;
  await t.as('admin').call('role.grant', { ...power, why: '新来的' });
  return {
    prize: `grants/${rollId(power.personId, power.role, power.scope)}`,
    rivals: [
      rival('admin-b', 'role.confirm', power),
      rival('admin', 'role.decline', { ...power, why: '再商量' }),
    ],
    trouble: (outcome) => onlyOne(outcome, 'their word counts'),
  };
};

/** Two administrators take the role from each other: one of them stays. */
export const lastAdmin: Contest = async () => {
  const power = (key: string) => ({ personId: `sample_${key}`, role: 'admin', scope: '*' }) as const;
  return {
    prize: `grants/${rollId('sample_admin', 'admin', '*')}`,
    rivals: [
      rival('admin', 'role.revoke', { ...power('admin-b'), why: '换岗了' }),
      rival('admin-b', 'role.revoke', { ...power('admin'), why: '换岗了' }),
    ],
    trouble: (outcome) =>
      onlyOne(outcome, 'the other is gone') ||
      (heldOn(outcome) === 1 ? '' : `${heldOn(outcome)} administrators of ${2 - succeeded(outcome)}`),
  };
};

import type { Role } from '@contract/words';
import { ROLES } from '@contract/words';
import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { roleKey, WHOLE_STREET } from '../../core/permissions';
import { persons } from '../person/model';
import { deliver } from './deliver';

/** Whoever holds a role of the whole street: a handful of people. */
const MOST = 50;

const isRole = (value: unknown): value is Role => typeof value === 'string' && value in ROLES;

/** The effect `tell_role`: one message for each of them, once by the effect's id and the person. */
export async function tellRole(run: RunContext, effect: Effect): Promise<void> {
  const { role, ...data } = effect.data;
  if (!isRole(role)) throw new Error('no role to tell');
  const found = await run
    .repository(persons)
    .list({ where: { roleKeys: roleKey({ role, scope: WHOLE_STREET }) }, limit: MOST });
  for (const { _id } of found)
    await deliver(run, {
      ...effect,
      id: `${effect.id}:${_id}`,
      data: { ...data, to: _id, template: 'progress', urgent: false },
    });
}

import type { CommitteeView } from '@contract/governance';
import { can } from '../../core/caller';
import type { ActionContext, RunContext } from '../../core/context';
import { roleKey, WHOLE_STREET } from '../../core/permissions';
import { type Person, persons } from '../../people/person/model';
import { COMMITTEE_ID, committees, newCommittee } from './model';
import { committeeView } from './view';

/** A committee of one street is a dozen people. */
const MOST = 50;

export function membersOf(run: RunContext): Promise<Person[]> {
  return run
    .repository(persons)
    .list({ where: { roleKeys: roleKey({ role: 'committee', scope: WHOLE_STREET }) }, limit: MOST });
}

export async function committeeOf(context: ActionContext): Promise<CommitteeView> {
  const [stored, members] = await Promise.all([
    context.repository(committees).find(COMMITTEE_ID),
    membersOf(context),
  ]);
  return committeeView(stored ?? newCommittee(context.now), members, {
    desk: can(context.caller, 'school.records'),
    canPost: can(context.caller, 'school.manage'),
  });
}

/** How these people are called now; whoever was erased has no name any more. */
export async function namesOf(run: RunContext, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await run.repository(persons).several(ids);
  return new Map([...found.values()].flatMap(({ _id, name }) => (name === '' ? [] : [[_id, name]])));
}

import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { type RoleGrant, scopesFor, WHOLE_STREET } from '../../core/permissions';
import { GRIDS, gridsOf } from '../../people/community/grids';
import { COMMUNITIES } from '../../people/community/list';
import { trustOf } from '../../people/person/living-read';
import { persons } from '../../people/person/model';
import { decide } from './decide';
import { requests } from './definition';
import { isCompanion } from './group';
import { MACHINES } from './machines';
import type { ServiceRequest } from './model';
import type { RequestStep } from './step';

/** More open matters than anybody has in hand. */
const MOST = 200;

const PLACES: ReadonlySet<string> = new Set([...COMMUNITIES, ...GRIDS].map(({ id }) => id));

/** Whether somebody still works there: by the community, one of its grids, or a team, which has no place. */
export function worksIn(
  grants: readonly RoleGrant[],
  communityId: string,
  right: 'request.work' | 'visit.make' = 'request.work',
): boolean {
  const near = [communityId, ...gridsOf(communityId).map(({ id }) => id)];
  return scopesFor(grants, right).some(
    (scope) => scope === WHOLE_STREET || near.includes(scope) || !PLACES.has(scope),
  );
}

/**
 * The effect `handed_back` of somebody who lost a power: what they had in hand goes to the desk,
 * and each resident is told. What waits for a resident's word stays as it is: the work is done.
 */
export async function handBack(run: RunContext, effect: Effect): Promise<void> {
  const { personId } = effect.data;
  if (typeof personId !== 'string') throw new Error('nobody to hand back from');
  const person = await run.repository(persons).find(personId);
  const grants = person === null ? [] : await trustOf(run, person);
  const repository = run.repository(requests);
  const those = { limit: MOST, without: ['timeline'] };
  const found = [
    ...(await repository.list({
      where: { helperId: personId, open: true },
      order: [['dueAt', 'asc']],
      ...those,
    })),
    // Stopped, and may be taken up again within the month.
    ...(await repository.list({ where: { helperId: personId, open: false, state: 'terminated' }, ...those })),
  ];
  for (const { _id } of found) {
    const { doc } = await repository.change(_id, effect.id, (request) =>
      leaves(request, personId) && !worksIn(grants, request.communityId)
        ? decide(request, 'helper_gone', {}, step(run, effect.id))
        : request,
    );
    await carryOut(repository, doc, run.carrier);
  }
  await stepOut(run, personId, grants, effect.id);
}

/** Who only went along with somebody (帮帮团) does not any more, and cannot come to lead it later. */
async function stepOut(
  run: RunContext,
  personId: string,
  grants: readonly RoleGrant[],
  rid: string,
): Promise<void> {
  const repository = run.repository(requests);
  const found = await repository.list({
    where: { people: personId },
    order: [['updatedAt', 'desc']],
    limit: MOST,
    without: ['timeline'],
  });
  for (const { _id } of found.filter((request) => request.open && isCompanion(request, personId))) {
    const { doc } = await repository.change(_id, rid, (request) => {
      const member = request.group?.members.find((one) => one.personId === personId);
      const rule = MACHINES[request.kind].states[request.state]?.on.step_out;
      if (member === undefined || rule === undefined || worksIn(grants, request.communityId)) return request;
      const own = { by: personId, who: member.line, actors: new Set(['companion'] as const) };
      return decide(request, 'step_out', {}, { ...step(run, rid), ...own });
    });
    await carryOut(repository, doc, run.carrier);
  }
}

function leaves(request: ServiceRequest, personId: string): boolean {
  return (
    request.helperId === personId &&
    MACHINES[request.kind].states[request.state]?.on.helper_gone !== undefined
  );
}

function step(run: RunContext, rid: string): RequestStep {
  return {
    now: run.now,
    rid,
    by: 'system',
    who: { name: '社区', role: '社区', sample: false },
    actors: new Set(['system']),
    settings: run.settings,
    invocation: run.invocation,
    occurredAt: null,
  };
}

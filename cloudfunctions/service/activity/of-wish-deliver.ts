import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { communityName } from '../../people/community/list';
import { trustOf } from '../../people/person/living-read';
import { persons } from '../../people/person/model';
import { personLine } from '../../people/person/show';
import { requests } from '../request/definition';
import { membersOf } from '../request/group';
import { teamCard, teams } from '../team/model';
import { activities } from './definition';
import { type Helped, ofWish, WISH_TEAM, wishActivityId } from './of-wish';

/** The effect `wish_hours` of a wish that somebody made true; twice it writes once, by the id. */
export async function draftWishHours(run: RunContext, effect: Effect): Promise<void> {
  const { requestId, helperId } = effect.data;
  if (typeof requestId !== 'string' || typeof helperId !== 'string') throw new Error('no wish');
  const request = await run.repository(requests).load(requestId);
  const came = [helperId, ...membersOf(request).map(({ personId }) => personId)];
  const who = (await Promise.all(came.map((personId) => volunteer(run, personId)))).filter(
    (one) => one !== null,
  );
  if (who.length === 0) return;
  const team = await run.repository(teams).load(WISH_TEAM);
  const repository = run.repository(activities);
  const { doc } = await repository.create(
    ofWish(request, wishActivityId(request, helperId), who, {
      now: run.now,
      rid: effect.id,
      invocation: run.invocation,
      minutes: run.settings.wishDraftMinutes,
      team: teamCard(team),
      place: communityName(request.communityId),
    }),
  );
  await carryOut(repository, doc, run.carrier);
}

/** Whose work it is, a grid worker's, is no volunteer's hour; who was erased has none either. */
async function volunteer(run: RunContext, personId: string): Promise<Helped | null> {
  const person = await run.repository(persons).find(personId);
  if (person === null || person.erasedAt !== null) return null;
  const grants = await trustOf(run, person);
  const volunteers = grants.some(
    ({ role }) => role === 'member' || role === 'volunteer' || role === 'team_lead',
  );
  const paid = grants.some(({ role }) => role === 'grid_worker');
  return volunteers && !paid ? { personId, name: personLine(person, 'volunteer').name } : null;
}

import type { ComingVisit, OneTrip, TripCard } from '@contract/trip';
import { dayOf } from '../../core/calendar';
import { can } from '../../core/caller';
import type { ActionContext, RunContext } from '../../core/context';
import { scopesFor } from '../../core/permissions';
import { GRIDS } from '../../people/community/grids';
import { COMMUNITIES, FIRST_COMMUNITY } from '../../people/community/list';
import { bondsOf } from '../../people/family/read';
import { persons } from '../../people/person/model';
import { maskedName } from '../../people/person/show';
import { NOBODY_SHOWN, visitorView } from '../../people/portrait/read';
import { requests } from '../request/definition';
import type { ServiceRequest } from '../request/model';
import { STATE_WORDS } from '../request/words';
import { trips } from './definition';
import type { Trip } from './model';
import { onTheWay } from './on-the-way';
import { comingVisits, stillTo, tripCard } from './view';

/** What the board and the planning of a trip read. */
const SHOWN = 20;

/** Where this caller makes visits; who serves the whole street begins with the first community. */
export function visitsIn(context: ActionContext): string {
  const [scope = ''] = scopesFor(context.caller.grants, 'visit.make');
  const own = GRIDS.find((grid) => grid.id === scope)?.communityId ?? scope;
  return COMMUNITIES.find((one) => one.id === own)?.id ?? FIRST_COMMUNITY;
}

/** In hand and taken on: what is not accepted yet shows no building (visual.md section 14). */
export function isOnTheWay(matter: ServiceRequest, communityId: string): boolean {
  const { building } = matter.beneficiary;
  return matter.state !== 'dispatched' && matter.communityId === communityId && building !== '';
}

/** @param helping what the caller has in hand, most urgent first */
export function waysOf(context: ActionContext, helping: readonly ServiceRequest[]): OneTrip[] {
  if (!can(context.caller, 'visit.make')) return [];
  const communityId = visitsIn(context);
  const matters = helping
    .filter((matter) => isOnTheWay(matter, communityId))
    .map((matter) => ({
      id: matter._id,
      title: matter.title,
      word: STATE_WORDS[matter.state].word,
      building: matter.beneficiary.building,
      homeAt: matter.when,
    }));
  return onTheWay(matters, context.settings.oneTripMax);
}

export async function ownTrips(context: ActionContext): Promise<{ open: TripCard[]; past: TripCard[] }> {
  const me = context.caller.id;
  if (me === null) return { open: [], past: [] };
  const found = await context.repository(trips).list({
    where: { visitorId: me },
    order: [['at', 'desc']],
    limit: SHOWN,
    without: ['timeline', 'effects', 'records'],
  });
  const open = ({ state }: Trip) => state === 'planned' || state === 'under_way';
  return {
    open: found.filter(open).map(tripCard).reverse(),
    past: found.filter((trip) => !open(trip)).map(tripCard),
  };
}

/** Without the stops whose matter is over or in other hands. */
export async function stillStanding(run: RunContext, found: readonly Trip[]): Promise<Trip[]> {
  const ids = found.flatMap(({ stops }) => stops.flatMap(({ requestId }) => requestId ?? []));
  const matters = await run.repository(requests).several(ids);
  return found.map((trip) => stillTo(trip, matters));
}

/** 今天谁要来: to my own home, and to that of an elder who lets me follow. */
export async function comingTo(context: ActionContext): Promise<ComingVisit[]> {
  const me = context.caller.id;
  if (me === null) return [];
  const elders = (await bondsOf(context, me)).filter(
    ({ relativeId, agreed }) => relativeId === me && agreed.progress,
  );
  const others = elders.map(({ elderId }) => elderId);
  const homes = [me, ...others];
  const [people, found] = await Promise.all([
    context.repository(persons).several(others),
    context.repository(trips).list({
      where: { people: context.database.command.in(homes), day: dayOf(context.now) },
      limit: SHOWN * homes.length,
      without: ['timeline', 'effects'],
    }),
  ]);
  const sign = (text: string) => context.vault.sign(text);
  const standing = await stillStanding(context, found);
  const visits = homes.flatMap((home) => {
    const person = people.get(home);
    const forWhom = person === undefined ? '' : maskedName(person.name, person.sample);
    const there = standing.filter((trip) => trip.people.includes(home));
    return there.flatMap((trip) =>
      comingVisits(trip, home, forWhom, NOBODY_SHOWN, sign).map((visit) => ({ visit, by: trip.visitorId })),
    );
  });
  // Nobody's picture is fetched for a door that nobody is to come to any more.
  const visitors = await context.repository(persons).several(visits.map(({ by }) => by));
  const shown = await Promise.all(
    visits.map(async ({ visit, by }) => ({
      ...visit,
      visitor: await visitorView(context, visitors.get(by) ?? null),
    })),
  );
  return shown.sort((a, b) => a.at - b.at);
}

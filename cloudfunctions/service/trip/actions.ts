import { LIMITS } from '@contract/limits';
import type { TripView } from '@contract/trip';
import * as v from 'valibot';
import { type AnyAction, action } from '../../core/action';
import { DAY, dayOf, HOUR } from '../../core/calendar';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { derivedId } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { id, someText, time } from '../../core/schemas';
import { communityName } from '../../people/community/list';
import { communityId } from '../../people/community/schema';
import { communityAsked, servesCommunity } from '../../people/community/serving';
import { persons } from '../../people/person/model';
import { personLine } from '../../people/person/show';
import { requests } from '../request/definition';
import { helping } from '../request/read-actions';
import { buildingKey, matterKey, newTrip } from './create';
import { step } from './decide';
import { trips } from './definition';
import type { Stop, Trip } from './model';
import { comingTo, isOnTheWay, ownTrips, stillStanding, visitsIn, waysOf } from './read';
import { tripOut, tripView } from './view';

/** 敲门问需 and trips: planned beforehand, walked without a network (S60, S68). */

/** How far ahead a trip is planned, and how many people of one building are told. */
const AHEAD = 14 * DAY;
const TOLD = 40;

const sign = (context: ActionContext) => (text: string) => context.vault.sign(text);
export async function tripShown(context: ActionContext, trip: Trip): Promise<TripView> {
  const ids = trip.stops.flatMap(({ requestId }) => requestId ?? []);
  const files = [...new Set(trip.records.flatMap(({ audio }) => audio?.fileId ?? []))];
  const [matters, urls] = await Promise.all([
    Promise.all(ids.map((one) => context.repository(requests).find(one))),
    files.length === 0 ? [] : context.temporaryUrls(files),
  ]);
  const found = matters.filter((one) => one !== null);
  return tripView(trip, found, new Map(files.map((file, at) => [file, urls[at] ?? ''])), sign(context));
}

async function matterStops(
  context: ActionContext,
  me: string,
  ids: readonly string[],
  communityId: string,
): Promise<Stop[]> {
  const found = await Promise.all(ids.map((one) => context.repository(requests).load(one)));
  return found.map((matter) => {
    if (matter.helperId !== me) return refuse('NOT_FOUND');
    if (!matter.open || !isOnTheWay(matter, communityId)) refuse('NOT_NOW');
    const { beneficiary } = matter;
    const household = beneficiary.personId ?? matter.requesterId;
    return {
      key: matterKey(matter._id),
      requestId: matter._id,
      title: matter.title,
      building: beneficiary.building,
      households: household === null || household === me ? [] : [household],
    };
  });
}

/** Whoever has said that they live there is told; who that is the visitor does not learn. */
async function buildingStops(
  context: ActionContext,
  me: string,
  buildings: readonly string[],
  communityId: string,
): Promise<Stop[]> {
  return Promise.all(
    buildings.map(async (building) => {
      const living = await context
        .repository(persons)
        .list({ where: { communityId, building }, limit: TOLD, without: ['timeline', 'effects'] });
      return {
        key: buildingKey(communityId, building),
        requestId: null,
        title: building,
        building,
        households: living.map(({ _id }) => _id).filter((one) => one !== me),
      };
    }),
  );
}

function command(name: 'start' | 'end' | 'cancel'): AnyAction {
  return action({
    name: `trip.${name}`,
    kind: 'write',
    input: v.strictObject({ id }),
    // Whoever set out may finish, whatever has become of their role meanwhile.
    allow: 'person',
    async run(context, input) {
      const { rid, now, invocation } = context;
      const act = { rid, now, invocation, by: personId(context.caller) };
      const repository = context.repository(trips);
      const { doc } = await repository.change(input.id, rid, (trip) => step(trip, name, act));
      await carryOut(repository, doc, context.carrier);
      return tripShown(context, doc);
    },
  });
}

const distinct = <T>(values: readonly T[]) => new Set(values).size === values.length;

export const tripActions: readonly AnyAction[] = [
  action({
    name: 'trip.options',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'visit.make',
    async run(context) {
      const communityId = visitsIn(context);
      const ways = waysOf(context, await helping(context, true));
      return {
        communityId,
        community: communityName(communityId),
        ways,
        most: context.settings.oneTripMax,
        buildings: [...new Set(ways.flatMap(({ matters }) => matters.map(({ building }) => building)))],
      };
    },
  }),
  action({
    name: 'trip.plan',
    kind: 'write',
    input: v.pipe(
      v.strictObject({
        communityId,
        at: time,
        matters: v.pipe(v.array(id), v.maxLength(LIMITS.listItems), v.check(distinct)),
        buildings: v.pipe(
          v.array(someText(LIMITS.place)),
          v.maxLength(LIMITS.listItems),
          v.check((all) => distinct(all.map((one) => buildingKey('', one)))),
        ),
      }),
      v.forward(
        v.check(({ matters, buildings }) => matters.length + buildings.length > 0),
        ['matters'],
      ),
    ),
    allow: 'visit.make',
    async run(context, { communityId, at, matters, buildings }) {
      const me = personId(context.caller);
      const { now, rid, invocation, settings } = context;
      if (!servesCommunity(context.caller, 'visit.make', communityId)) refuse('NOT_ALLOWED');
      const repository = context.repository(trips);
      const tripId = derivedId('trip', me, rid);
      const stored = await repository.find(tripId);
      if (stored !== null) return tripShown(context, stored);
      if (matters.length > settings.oneTripMax || buildings.length > settings.oneTripMax)
        refuse('INVALID_INPUT', { field: 'matters' });
      if (at < now - HOUR || at > now + AHEAD) refuse('INVALID_INPUT', { field: 'at' });
      const person = await context.repository(persons).load(me);
      const grid = context.caller.grants.some(({ role }) => role === 'grid_worker');
      const stops = [
        ...(await matterStops(context, me, matters, communityId)),
        ...(await buildingStops(context, me, buildings, communityId)),
      ];
      const { doc } = await repository.create(
        newTrip(
          {
            id: tripId,
            visitor: {
              id: me,
              line: personLine(person, grid ? 'grid_worker' : 'member'),
              sample: person.sample,
            },
            writes: grid ? 'grid' : 'neighbour',
            communityId,
            at,
            stops,
          },
          { now, rid, invocation, by: me },
          settings,
        ),
      );
      await carryOut(repository, doc, context.carrier);
      return tripShown(context, doc);
    },
  }),
  action({
    name: 'trip.mine',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    run: ownTrips,
  }),
  action({
    name: 'trip.get',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    async run(context, input) {
      const trip = await context.repository(trips).load(input.id);
      return trip.visitorId === context.caller.id ? tripShown(context, trip) : refuse('NOT_FOUND');
    },
  }),
  command('start'),
  command('end'),
  command('cancel'),
  action({
    name: 'trip.coming',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    run: async (context) => ({ items: await comingTo(context) }),
  }),
  action({
    name: 'trip.desk',
    kind: 'read',
    input: v.strictObject({ communityId: v.nullable(communityId) }),
    allow: 'request.triage',
    async run(context, input) {
      const communityId = communityAsked(context.caller, 'request.triage', input.communityId);
      const found = await context.repository(trips).list({
        where: { communityId, day: dayOf(context.now) },
        limit: LIMITS.page,
        without: ['timeline', 'effects', 'records'],
      });
      const out = found.filter(({ state }) => state === 'planned' || state === 'under_way');
      return {
        community: communityName(communityId),
        items: (await stillStanding(context, out))
          .sort((a, b) => a.at - b.at)
          .map((trip) => tripOut(trip, sign(context))),
      };
    },
  }),
];

import { LIMITS } from '@contract/limits';
import type { NextMatter } from '@contract/people';
import * as v from 'valibot';
import { action } from '../core/action';
import { DAY } from '../core/calendar';
import { can } from '../core/caller';
import type { ActionContext } from '../core/context';
import { scopesFor } from '../core/permissions';
import { id } from '../core/schemas';
import { communityViews } from '../people/community/list';
import { unreadOf } from '../people/me/actions';
import { deskCards, meView } from '../people/me/view';
import type { Person } from '../people/person/model';
import { ownPerson } from '../people/person/read';
import { readingsFor } from '../school/content/read';
import { matterReader, mattersIn } from '../school/matter/read';
import { matterCard } from '../school/matter/view';
import { sessions } from '../school/session/definition';
import type { Session } from '../school/session/model';
import { HEAVY } from '../school/session/read';
import { sessionCard } from '../school/session/view';
import { requestCard } from '../service/request/cards';
import { requests } from '../service/request/definition';
import { mine, NEWEST } from '../service/request/read-actions';
import { comingTo } from '../service/trip/read';
import { nextMatter } from './next-matter';
import { ownSeats, SEATS, seatsBefore, soonest } from './seats-read';

/** 首页 and 我的: one call each, put together from the three topics. */

/** Only the desks that the caller holds are counted. */
async function desks(context: ActionContext): Promise<NextMatter[]> {
  const { caller, database } = context;
  if (caller.grants.length === 0) return [];
  const _ = database.command;
  const [community] = scopesFor(caller.grants, 'request.triage');
  const works = caller.grants.some(({ role }) => role === 'grid_worker');
  const hosts = caller.grants.some(({ role }) => role === 'host');
  const signs = caller.grants.some(({ role }) => role === 'committee');
  const reads = can(caller, 'content.review');
  const [triage, grid, hosting, signing, reading] = await Promise.all([
    community === undefined
      ? 0
      : context.repository(requests).count({ desk: 'waiting', communityId: community }),
    works && caller.id !== null ? context.repository(requests).count({ helperId: caller.id, open: true }) : 0,
    hosts && caller.id !== null
      ? context
          .repository(sessions)
          .count({ hostId: caller.id, shelf: 'coming', startsAt: _.lt(context.now + 2 * DAY) })
      : 0,
    signs ? waitingFor(context) : 0,
    reads ? readingsFor(context) : 0,
  ]);
  return deskCards(caller.grants, { triage, grid, hosting, signing, reading });
}

/** Matters that wait for this member's signature: a handful are open at once. */
async function waitingFor(context: ActionContext): Promise<number> {
  const reader = matterReader(context);
  const open = await mattersIn(context, ['signing'], LIMITS.page);
  return open.filter((one) => matterCard(one, reader).mine).length;
}

/** What a street holds in two days, and one's seats: the list that is read for both must never cut one off. */
const BOTH = 100;

/** One's seats and the street's next classes, read at once. */
async function classesOf(context: ActionContext, communityId: string | null) {
  const { caller, now, database } = context;
  const _ = database.command;
  const before = now + 2 * DAY;
  const soon = {
    shelf: 'coming',
    startsAt: _.gt(now).and(_.lt(before)),
    ...(communityId === null ? {} : { communityId }),
  };
  const found = await context.repository(sessions).list({
    where: {},
    either: [soon, ...(caller.id === null ? [] : [seatsBefore(context, caller.id)])],
    order: soonest,
    limit: BOTH,
    without: HEAVY,
  });
  const isSoon = (one: Session) =>
    one.shelf === 'coming' &&
    one.startsAt > now &&
    one.startsAt < before &&
    (communityId === null || one.communityId === communityId);
  return {
    seats: found.filter(({ people }) => caller.id !== null && people.includes(caller.id)),
    soon: found.filter(isSoon).slice(0, 4),
  };
}

function readerOf(context: ActionContext, person: Person | null) {
  return { personId: context.caller.id, elder: person?.elder ?? false, host: false };
}

export const homeActions = [
  action({
    name: 'home.get',
    kind: 'read',
    input: v.strictObject({ communityId: v.nullable(id) }),
    allow: 'anyone',
    async run(context, { communityId }) {
      const [person, { seats, soon }, owed, open, unread, cards, visits] = await Promise.all([
        ownPerson(context),
        classesOf(context, communityId),
        mine(context, 'owed'),
        mine(context, 'open', NEWEST),
        unreadOf(context),
        desks(context),
        comingTo(context),
      ]);
      const reader = readerOf(context, person);
      const card = (session: Session) => sessionCard(session, reader);
      return {
        me: meView(person, context.caller.grants, unread),
        communities: communityViews(),
        templates: context.templates.ids,
        hears: context.speech.on,
        aloud: context.voice.on,
        matter: nextMatter(
          {
            owed: owed.map(requestCard),
            open: open.map(requestCard),
            classes: seats.slice(0, SEATS).map(card),
            visits,
          },
          context.now,
        ),
        desks: cards,
        classes: soon.map(card),
      };
    },
  }),
  action({
    name: 'me.get',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const { caller } = context;
      const [person, found, open, unread, cards] = await Promise.all([
        ownPerson(context),
        ownSeats(context),
        mine(context, 'open'),
        unreadOf(context),
        desks(context),
      ]);
      const reader = readerOf(context, person);
      const seats = found.map((session) => sessionCard(session, reader));
      return {
        me: meView(person, caller.grants, unread),
        communities: communityViews(),
        openRequests: open.length,
        seats: seats.filter((card) => card.mine.is !== 'none' && card.state !== 'cancelled').length,
        desks: cards,
      };
    },
  }),
];

import type { NextMatter } from '@contract/people';
import * as v from 'valibot';
import { action } from '../core/action';
import { DAY } from '../core/calendar';
import type { ActionContext } from '../core/context';
import { scopesFor } from '../core/permissions';
import { id } from '../core/schemas';
import { communityViews } from '../people/community/list';
import { unreadOf } from '../people/me/actions';
import { deskCards, meView } from '../people/me/view';
import { persons } from '../people/person/model';
import { sessions } from '../school/session/definition';
import { HEAVY } from '../school/session/read';
import { sessionCard } from '../school/session/view';
import { requests } from '../service/request/definition';
import { mine } from '../service/request/read-actions';
import { requestCard } from '../service/request/view';
import { comingTo } from '../service/trip/read';
import { nextMatter } from './next-matter';

/** 首页 and 我的: one call each, put together from the three topics. */

/** Only the desks that the caller holds are counted. */
async function desks(context: ActionContext): Promise<NextMatter[]> {
  const { caller, database } = context;
  if (caller.grants.length === 0) return [];
  const _ = database.command;
  const [community] = scopesFor(caller.grants, 'request.triage');
  const works = caller.grants.some(({ role }) => role === 'grid_worker');
  const hosts = caller.grants.some(({ role }) => role === 'host');
  const [triage, grid, hosting] = await Promise.all([
    community === undefined
      ? 0
      : context.repository(requests).count({ desk: 'waiting', communityId: community }),
    works && caller.id !== null ? context.repository(requests).count({ helperId: caller.id, open: true }) : 0,
    hosts && caller.id !== null
      ? context
          .repository(sessions)
          .count({ hostId: caller.id, shelf: 'coming', startsAt: _.lt(context.now + 2 * DAY) })
      : 0,
  ]);
  return deskCards(caller.grants, { triage, grid, hosting });
}

async function ofMe(context: ActionContext) {
  const { caller } = context;
  const person = caller.id === null ? null : await context.repository(persons).find(caller.id);
  const seats =
    caller.id === null
      ? []
      : await context.repository(sessions).list({
          where: { people: caller.id, startsAt: context.database.command.gt(context.now - DAY / 4) },
          order: [['startsAt', 'asc']],
          limit: 10,
          without: HEAVY,
        });
  const reader = { personId: caller.id, elder: person?.elder ?? false, host: false };
  return { person, reader, seats: seats.map((session) => sessionCard(session, reader)) };
}

export const homeActions = [
  action({
    name: 'home.get',
    kind: 'read',
    input: v.strictObject({ communityId: v.nullable(id) }),
    allow: 'anyone',
    async run(context, { communityId }) {
      const _ = context.database.command;
      const soon = context.repository(sessions).list({
        where: {
          shelf: 'coming',
          startsAt: _.gt(context.now).and(_.lt(context.now + 2 * DAY)),
          ...(communityId === null ? {} : { communityId }),
        },
        order: [['startsAt', 'asc']],
        limit: 4,
        without: HEAVY,
      });
      const [{ person, reader, seats }, own, unread, cards, classes, visits] = await Promise.all([
        ofMe(context),
        mine(context, 10),
        unreadOf(context),
        desks(context),
        soon,
        comingTo(context),
      ]);
      return {
        me: meView(person, context.caller.grants, unread),
        communities: communityViews(),
        templates: context.templates,
        hears: context.speech.on,
        matter: nextMatter(
          own.filter((request) => request.open).map(requestCard),
          seats,
          visits,
          context.now,
        ),
        desks: cards,
        classes: classes.map((session) => sessionCard(session, reader)),
      };
    },
  }),
  action({
    name: 'me.get',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const [{ person, seats }, own, unread, cards] = await Promise.all([
        ofMe(context),
        mine(context, 40),
        unreadOf(context),
        desks(context),
      ]);
      return {
        me: meView(person, context.caller.grants, unread),
        communities: communityViews(),
        openRequests: own.filter((request) => request.open).length,
        seats: seats.filter((card) => card.mine.is !== 'none' && card.state !== 'cancelled').length,
        desks: cards,
      };
    },
  }),
];

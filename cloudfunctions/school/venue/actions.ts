import * as v from 'valibot';
import { action } from '../../core/action';
import { DAY, startOfDay } from '../../core/calendar';
import type { ActionContext } from '../../core/context';
import { readShortCode } from '../../core/ids';
import { describe, log } from '../../core/log';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { checkInWindow } from '../session/check-in';
import { sessions } from '../session/definition';
import type { Session } from '../session/model';
import { HEAVY, readerOf } from '../session/read';
import { enrolmentOf } from '../session/seats';
import { sessionCard } from '../session/view';
import { VENUE_CODE_LENGTH, type Venue, venues } from './model';
import { venueCard } from './view';

/** The page that a poster's code opens. */
export const CHECK_IN_PAGE = 'packages/school/check-in/check-in';

function today(context: ActionContext, venue: Venue): Promise<Session[]> {
  const _ = context.database.command;
  const from = startOfDay(context.now);
  return context.repository(sessions).list({
    where: { venueId: venue._id, startsAt: _.gte(from).and(_.lt(from + DAY)) },
    order: [['startsAt', 'asc']],
    limit: 20,
    without: HEAVY,
  });
}

/** The poster's picture is a convenience of the page: without it the page still shows everything else. */
async function posterCode(context: ActionContext, venue: Venue): Promise<string | null> {
  try {
    const png = await context.openApi.pageCode(CHECK_IN_PAGE, `v=${venue.code}`);
    return `data:image/png;base64,${png.toString('base64')}`;
  } catch (error) {
    log('no page code', { run: context.invocation, ...describe(error) });
    return null;
  }
}

export const venueActions = [
  action({
    name: 'venue.list',
    kind: 'read',
    input: v.strictObject({ communityId: v.nullable(id) }),
    allow: 'anyone',
    async run(context, { communityId }) {
      const found = await context.repository(venues).list({
        where: communityId === null ? { order: context.database.command.gte(0) } : { communityId },
        order: [['order', 'asc']],
        limit: 100,
      });
      return { items: found.map(venueCard) };
    },
  }),
  action({
    name: 'venue.get',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    async run(context, input) {
      const venue = await context.repository(venues).load(input.id);
      const [found, reader, poster] = await Promise.all([
        today(context, venue),
        readerOf(context),
        posterCode(context, venue),
      ]);
      const classes = found.filter((session) => session.shelf !== 'hidden');
      return {
        ...venueCard(venue),
        code: venue.code,
        poster,
        today: classes.map((session) => sessionCard(session, reader(session))),
      };
    },
  }),
  action({
    name: 'venue.here',
    kind: 'read',
    input: v.strictObject({ code: v.pipe(v.string(), v.maxLength(12)) }),
    allow: 'anyone',
    async run(context, input) {
      const code = readShortCode(input.code, VENUE_CODE_LENGTH) ?? refuse('CODE_WRONG');
      const [venue] = await context.repository(venues).list({ where: { code }, limit: 1 });
      if (venue === undefined) return refuse('CODE_WRONG');
      const found = (await today(context, venue)).filter(
        (session) => session.shelf !== 'hidden' && session.state !== 'cancelled',
      );
      const on = found.filter((session) => {
        const { opensAt, closesAt } = checkInWindow(session, context.settings);
        return context.now >= opensAt && context.now <= closesAt;
      });
      // With two at once, the one where this person has a seat.
      const mine = on.find((session) => enrolmentOf(session, context.caller.id).is !== 'none') ?? on[0];
      const later = found.find((session) => session.startsAt > context.now && session !== mine);
      const reader = await readerOf(context);
      const card = (session: Session | undefined) =>
        session === undefined ? null : sessionCard(session, reader(session));
      return { venue: venueCard(venue), session: card(mine), later: card(later) };
    },
  }),
];

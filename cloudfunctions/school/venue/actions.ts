import * as v from 'valibot';
import { action } from '../../core/action';
import { readShortCode } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { spokenFor } from '../../people/family/read';
import { besideOf } from '../session/beside';
import { checkInWindow } from '../session/check-in';
import type { Session } from '../session/model';
import { readerOf } from '../session/read';
import { enrolmentOf } from '../session/seats';
import { sessionCard } from '../session/view';
import { VENUE_CODE_LENGTH, venues } from './model';
import { today, venueOf } from './read';
import { venueCard } from './view';

export const venueActions = [
  action({
    name: 'venue.list',
    kind: 'read',
    input: v.strictObject({ communityId: v.nullable(id) }),
    allow: 'anyone',
    sameForAll: true,
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
      return venueOf(context, await context.repository(venues).load(input.id));
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
      const { id: me } = context.caller;
      const family = me === null || on.length === 0 ? [] : await spokenFor(context, me);
      const seatOf = (who: string | null) => (session: Session) => enrolmentOf(session, who).is !== 'none';
      // With two at once, the one where this person has a seat, or who comes with their phone.
      const mine =
        on.find(seatOf(me)) ?? on.find((session) => family.some(({ _id }) => seatOf(_id)(session))) ?? on[0];
      const beside = mine === undefined ? [] : besideOf(mine, family);
      const later = found.find((session) => session.startsAt > context.now && session !== mine);
      const reader = await readerOf(context);
      const card = (session: Session | undefined) =>
        session === undefined ? null : sessionCard(session, reader(session));
      return {
        venue: venueCard(venue),
        session: card(mine),
        ...(beside.length === 0 ? {} : { beside }),
        later: card(later),
      };
    },
  }),
];

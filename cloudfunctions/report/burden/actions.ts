import * as v from 'valibot';
import { action } from '../../core/action';
import { dayOf, monthRange } from '../../core/calendar';
import type { ActionContext } from '../../core/context';
import { WHOLE_STREET } from '../../core/permissions';
import { COMMUNITIES } from '../../people/community/list';
import { ledgerId, ledgers } from '../ledger/model';
import { ledgerScope } from '../ledger/read';

/** Each number is a count on an index; a community's desk sees its own, the office all. */

type Where = Readonly<Record<string, unknown>>;

export const burdenActions = [
  action({
    name: 'burden.get',
    kind: 'read',
    input: v.strictObject({ month: v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/)) }),
    allow: 'ledger.export',
    async run(context, { month }) {
      const communities = ledgerScope(context);
      const { from, until } = monthRange(month);
      const _ = context.database.command;
      const during = <Moment extends number | string>(first: Moment, end: Moment) =>
        _.gte(first).and(_.lt(end));
      const moments = during(from, until);
      const communityId = _.in(communities ?? COMMUNITIES.map(({ id }) => id));
      const inEach = (collection: string, where: Where) =>
        count(context, collection, { communityId, ...where });
      const held = { shelf: _.in(['past', 'coming']), startsAt: moments };

      const [matters, lessons, trips, classes, activities, slips, ledger] = await Promise.all([
        inEach('requests', { createdAt: moments }),
        inEach('homeLessons', { at: moments, state: 'confirmed' }),
        inEach('trips', { day: during(dayOf(from), dayOf(until)) }),
        count(context, 'sessions', communities === null ? held : { communityId, ...held }),
        count(context, 'activities', held),
        count(context, 'slips', { createdAt: moments }),
        context.repository(ledgers).find(ledgerId(month, communities?.join(',') ?? WHOLE_STREET)),
      ]);
      const sheets = (ledger?.exports ?? []).reduce((all, { sheets: made }) => all + made.length, 0);
      // Paper and activities belong to no community: a desk reads the whole street's, and is told so.
      const wholeStreet = communities === null;
      return {
        month,
        lines: matters + lessons + trips + classes + activities,
        sheets,
        slips,
        lessons,
        wholeStreet,
      };
    },
  }),
];

async function count(context: ActionContext, collection: string, where: Where): Promise<number> {
  const reply = await context.database.collection(collection).where(where).count();
  return typeof reply.total === 'number' ? reply.total : 0;
}

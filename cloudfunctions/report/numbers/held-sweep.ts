import { DAY, startOfDay } from '../../core/calendar';
import type { RunContext } from '../../core/context';
import { sessions } from '../../school/session/definition';
import { HEAVY } from '../../school/session/read';
import type { Held } from './model';

/** By then nothing of a class is put right any more: corrections end after a week, the odd late answer comes sooner. */
const SETTLED_AFTER = 60 * DAY;
/** So much is counted at one time: a street that brings ten years with it is counted year by year. */
const AT_ONCE = 366 * DAY;

/**
 * What is long over is counted once and carried along, so that counting the street costs the same in the tenth
 * year as in the first. An erased person stays in what was counted: a count names nobody.
 */
export async function settle(run: RunContext, before: Held | undefined): Promise<Held> {
  const until = startOfDay(run.now - SETTLED_AFTER);
  let held = before ?? { until: await firstClass(run, until), activities: 0, visits: 0 };
  while (held.until < until) {
    const next = Math.min(held.until + AT_ONCE, until);
    held = { ...plus(held, await heldSince(run, held.until, next)), until: next };
  }
  return held;
}

async function firstClass(run: RunContext, otherwise: number): Promise<number> {
  const [first] = await run.repository(sessions).list({
    where: { shelf: 'past' },
    order: [['startsAt', 'asc']],
    limit: 1,
    without: HEAVY,
  });
  return Math.min(first?.startsAt ?? otherwise, otherwise);
}

type Sum = Omit<Held, 'until'>;
export const plus = (one: Sum, other: Sum): Sum => ({
  activities: one.activities + other.activities,
  visits: one.visits + other.visits,
});

/** Classes held and the seats in which somebody sat; a cancelled class is none. `until` is not in it. */
export async function heldSince(run: RunContext, from: number, until?: number): Promise<Sum> {
  const _ = run.database.command;
  const $ = _.aggregate;
  const reply = await run.database
    .collection('sessions')
    .aggregate()
    .match({
      shelf: 'past',
      startsAt: until === undefined ? _.gte(from) : _.gte(from).and(_.lt(until)),
      state: _.neq('cancelled'),
    })
    .project({
      came: $.size($.filter({ input: '$holders', as: 'one', cond: $.gt(['$$one.arrived.at', 0]) })),
    })
    .group({ _id: null, activities: $.sum(1), visits: $.sum('$came') })
    .end();
  // One line or none: what `group` above makes.
  const [sum] = reply.data as Sum[];
  return { activities: sum?.activities ?? 0, visits: sum?.visits ?? 0 };
}

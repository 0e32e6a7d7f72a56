import type { NumbersView } from '@contract/numbers';
import { type Category, GRID_TOPICS, SERVICE_CATEGORIES, type Track } from '@contract/words';
import { MINUTE } from '../../core/calendar';
import type { RunContext } from '../../core/context';
import { describe, log } from '../../core/log';
import type { SweepCount } from '../../core/sweep-count';
import { COMMUNITIES } from '../../people/community/list';
import { courses } from '../../school/course/model';
import { headsOf } from '../../school/course/orders';
import { heldSince, plus, settle } from './held-sweep';
import { type Counted, type Held, NUMBERS_ID, noNumbers, numbers } from './model';
import { lastMonths, lastWeeks, type Range } from './stretches';

const WEEKS = 7;
const MONTHS = 6;
// The keys of the two closed lists are the categories.
const CATEGORIES = [...Object.keys(SERVICE_CATEGORIES), ...Object.keys(GRID_TOPICS)] as Category[];
const NOT_DONE: readonly NumbersView['reasons'][number]['why'][] = ['declined', 'referred', 'terminated'];

/**
 * Counts the street anew when the last count is older than `numbersMinutes`. Counting again gives the same: two
 * sweeps at once do no harm. Each number is one count on an index.
 */
export async function sweepNumbers(run: RunContext): Promise<SweepCount> {
  const repository = run.repository(numbers);
  try {
    const last = await repository.find(NUMBERS_ID);
    if ((last?.counted?.at ?? 0) > run.now - run.settings.numbersMinutes * MINUTE)
      return { seen: 0, late: 0, failed: 0 };
    const settled = await settle(run, last?.settled);
    const counted = await count(run, settled);
    if (last === null) await repository.create(noNumbers(run.now));
    await repository.change(NUMBERS_ID, `count:${run.now}`, (doc) => ({ ...doc, counted, settled }));
    return { seen: 1, late: 0, failed: 0 };
  } catch (error) {
    // Tried again with the next tick; the board says when it was counted.
    log('not counted', { run: run.invocation, ...describe(error) });
    return { seen: 1, late: 0, failed: 1 };
  }
}

async function count(run: RunContext, settled: Held): Promise<Counted> {
  const _ = run.database.command;
  const counting = (condition: Readonly<Record<string, unknown>>): Promise<number> =>
    run.database
      .collection('requests')
      .where(condition)
      .count()
      .then((reply) => (typeof reply.total === 'number' ? reply.total : 0));
  const during = async ({ day, from, until }: Range) => {
    const createdAt = _.gte(from).and(_.lt(until));
    const [solved, open] = await Promise.all([
      counting({ 'rating.solved': true, createdAt }),
      counting({ open: true, createdAt }),
    ]);
    return { from: day, solved, open };
  };
  const all = <Item, Result>(items: readonly Item[], each: (item: Item) => Promise<Result>) =>
    Promise.all(items.map(each));

  const [solved, open, silent] = await Promise.all([
    counting({ 'rating.solved': true }),
    counting({ open: true }),
    counting({ state: 'closed_unconfirmed' }),
  ]);
  const reasons = await all(NOT_DONE, async (why) => ({ why, count: await counting({ state: why }) }));
  const weeks = await all(lastWeeks(run.now, WEEKS), during);
  const months = await all(lastMonths(run.now, MONTHS), during);
  const communities = await all(COMMUNITIES, async ({ id }) => ({
    id,
    solved: await counting({ 'rating.solved': true, communityId: id }),
  }));
  const categories = await all(CATEGORIES, async (category) => ({
    category,
    solved: await counting({ 'rating.solved': true, category }),
  }));
  const lacking = await all(CATEGORIES, async (category) => ({
    category,
    count: await counting({ wall: true, category }),
  }));
  const { activities, visits } = plus(settled, await heldSince(run, settled.until));
  return {
    at: run.now,
    totals: { solved, open, silent, notDone: reasons.reduce((sum, { count: some }) => sum + some, 0) },
    reasons: reasons.filter((one) => one.count > 0),
    weeks,
    months,
    communities,
    categories,
    lacking: lacking.filter((one) => one.count > 0),
    lackingClasses: await asked(run),
    activities,
    personTimes: visits + solved,
  };
}

/** By what the course is for: heads that asked for it and wait for a class; the menu is short enough to be read whole. */
async function asked(run: RunContext): Promise<{ track: Track; asking: number }[]> {
  const menu = await run.repository(courses).list({
    where: { approved: true },
    order: [['order', 'asc']],
    limit: 200,
  });
  const heads = new Map<Track, number>();
  for (const { track, orders } of menu) heads.set(track, (heads.get(track) ?? 0) + headsOf(orders));
  return [...heads].map(([track, asking]) => ({ track, asking })).filter(({ asking }) => asking > 0);
}

import type { NumbersView } from '@contract/numbers';
import type { Community } from '../../people/community/list';
import type { Counted } from './model';

const NOTHING: Counted = {
  at: 0,
  totals: { solved: 0, open: 0, silent: 0, notDone: 0 },
  reasons: [],
  weeks: [],
  months: [],
  communities: [],
  categories: [],
  lacking: [],
  activities: 0,
  personTimes: 0,
};

/** @param least groups below it are not shown, so that nobody is recognised in a number */
export function numbersView(
  counted: Counted | null,
  communities: readonly Community[],
  least: number,
  sample: boolean,
): NumbersView {
  const shown = counted ?? NOTHING;
  const hidden = (count: number): number | null => (count < least ? null : count);
  return {
    ...shown,
    at: counted?.at ?? null,
    communities: communities.map(({ id, name }) => ({
      id,
      name,
      solved: hidden(shown.communities.find((one) => one.id === id)?.solved ?? 0),
    })),
    categories: shown.categories.map(({ category, solved }) => ({ category, solved: hidden(solved) })),
    lacking: shown.lacking.map(({ category, count }) => ({ category, count: hidden(count) })),
    lackingClasses: (shown.lackingClasses ?? []).map(({ track, asking }) => ({
      track,
      asking: hidden(asking),
    })),
    sample,
  };
}

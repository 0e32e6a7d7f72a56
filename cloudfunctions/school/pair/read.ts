import type { ActionContext } from '../../core/context';
import { pairs } from './definition';
import type { Pair } from './model';

/** Pairs of one person are few. */
const SHOWN = 20;

/** Asked or holding, newest first. */
export async function currentPairs(context: ActionContext, me: string): Promise<Pair[]> {
  const mine = await context
    .repository(pairs)
    .list({ where: { people: me }, order: [['updatedAt', 'desc']], limit: SHOWN });
  return mine.filter(({ state }) => state === 'asked' || state === 'paired');
}

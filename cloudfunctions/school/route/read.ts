import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { type Stop, stops } from './model';
import type { StopReader } from './view';

export function stopReader(context: ActionContext): StopReader {
  const { caller, now, settings } = context;
  return { personId: caller.id, office: can(caller, 'school.manage'), now, settings };
}

/** The stops of one street: a dozen, in the routes' order. */
export function allStops(context: ActionContext): Promise<Stop[]> {
  return context.repository(stops).list({
    where: { order: context.database.command.gte(0) },
    order: [['order', 'asc']],
    limit: 100,
    without: ['timeline', 'effects'],
  });
}

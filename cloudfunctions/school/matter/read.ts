import type { MatterView } from '@contract/governance';
import { can } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { namesOf } from '../committee/read';
import type { MatterActor } from './machine';
import { type CommitteeMatter, matters } from './model';
import { type MatterReader, matterView } from './view';

export function matterReader(context: ActionContext): MatterReader {
  const actors = new Set<MatterActor>();
  if (can(context.caller, 'school.manage')) actors.add('office');
  if (can(context.caller, 'committee.decide')) actors.add('member');
  return { personId: context.caller.id, actors, quorum: context.settings.committeeQuorum };
}

/** Everybody who is named in a matter. */
export function peopleOf(matter: CommitteeMatter): string[] {
  const spoke = [matter, ...matter.earlier].flatMap(({ voices }) => voices.map(({ by }) => by));
  return [matter.proposerId, ...spoke];
}

export async function matterOf(context: ActionContext, matter: CommitteeMatter): Promise<MatterView> {
  return matterView(matter, await namesOf(context, peopleOf(matter)), matterReader(context));
}

/** Newest first, by whether they are still open. */
export function mattersIn(
  context: ActionContext,
  states: readonly CommitteeMatter['state'][],
  limit: number,
): Promise<CommitteeMatter[]> {
  const _ = context.database.command;
  return context.repository(matters).list({
    where: { updatedAt: _.gt(0) },
    either: states.map((state) => ({ state })),
    order: [['updatedAt', 'desc']],
    limit: states.length * limit,
    without: ['effects'],
  });
}

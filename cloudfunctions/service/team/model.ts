import type { TeamCard } from '@contract/activity';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';

/** One of the five volunteer teams (S64). Who leads it is a role on the person: `team_lead:ID`. */
export interface Team extends Aggregate {
  /** `null`: the seed does not say. */
  name: string | null;
  order: number;
}

export const teams: AggregateDefinition<Team> = {
  collection: 'teams',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

export function teamCard(team: Team): TeamCard {
  return { id: team._id, name: team.name };
}

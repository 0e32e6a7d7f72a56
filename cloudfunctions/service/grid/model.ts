import type { Quarter } from '@contract/grid';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';

/** 代班: one grid worker for another, from the first to the last day. */
export interface Cover {
  key: string;
  awayId: string;
  coverId: string;
  /** First moment of the first day and last moment of the last, epoch ms, Shanghai. */
  from: number;
  to: number;
}

/** What changes about a grid; which community it belongs to stands in `people/community/grids.ts`. */
export interface GridPlan extends Aggregate {
  communityId: string;
  /** As the street calls it; absent until it has said so. */
  name?: string;
  quarters: Quarter[];
  covers: readonly Cover[];
}

export const gridPlans: AggregateDefinition<GridPlan> = {
  collection: 'grids',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

import type { FixedClassInput, PlanState } from '@contract/plan';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { birth } from '../../core/birth';

/** 班次 (S30): what comes back in its month. */
export interface FixedClass extends FixedClassInput {
  id: string;
  month: number;
}

/**
 * The training plan of one year. `classes` is what the office works on; `approved` what the committee
 * has decided: that one is public and makes sessions, whatever is changed meanwhile.
 */
export interface Plan extends Aggregate {
  year: number;
  state: PlanState;
  classes: readonly FixedClass[];
  edition: number;
  approved: { at: number; matterId: string; classes: readonly FixedClass[] } | null;
  /** Before the committee, or decided there last. */
  matterId: string | null;
}

export const plans: AggregateDefinition<Plan> = {
  collection: 'plans',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

export const planId = (year: number) => `plan-${year}`;

export function newPlan(year: number, now: number): Plan {
  return {
    ...birth(planId(year), plans.schema, [], now),
    year,
    state: 'draft',
    classes: [],
    edition: 0,
    approved: null,
    matterId: null,
  };
}

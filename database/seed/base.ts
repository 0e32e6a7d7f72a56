import type { Aggregate } from '../../cloudfunctions/core/aggregate';

/** The fields that every aggregate begins with. */
export function base(id: string, now: number): Aggregate {
  return {
    _id: id,
    schema: 1,
    version: 1,
    people: [],
    timeline: [],
    effects: [],
    wakeAt: null,
    createdAt: now,
    updatedAt: now,
    sample: false,
  };
}

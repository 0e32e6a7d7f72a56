import type { Aggregate } from './aggregate';

/** The fields that every document begins with. */
export function birth(id: string, schema: number, people: string[], now: number): Aggregate {
  return {
    _id: id,
    schema,
    version: 1,
    people,
    timeline: [],
    effects: [],
    wakeAt: null,
    createdAt: now,
    updatedAt: now,
    sample: false,
  };
}

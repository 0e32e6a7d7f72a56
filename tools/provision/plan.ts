import type { Collection, Index } from '../../database/declaration';

/** The collections that an environment has, with the names of their indexes. */
export type Existing = ReadonlyMap<string, readonly string[]>;

export interface Step {
  collection: string;
  /** It is not there yet. */
  create: boolean;
  indexes: readonly Index[];
  rule: Collection['rule'];
  /** Indexes that the product does not declare. Left alone: somebody may need them. */
  unknown: readonly string[];
}

/** CloudBase makes these by itself. */
const OWN = ['_id_', '_openid_1'];

/** What an environment lacks of the declared collections, in their order; nothing is ever dropped. Pure. */
export function provisioning(declared: Readonly<Record<string, Collection>>, existing: Existing): Step[] {
  return Object.entries(declared).map(([collection, { indexes, rule }]) => {
    const there = existing.get(collection);
    const names = there ?? [];
    return {
      collection,
      create: there === undefined,
      indexes: indexes.filter(({ IndexName }) => !names.includes(IndexName)),
      rule,
      unknown: names.filter(
        (name) => !OWN.includes(name) && !indexes.some(({ IndexName }) => IndexName === name),
      ),
    };
  });
}

/** Whether anything has to be made for it. */
export function lacks({ create, indexes }: Step): boolean {
  return create || indexes.length > 0;
}

import { ROUTES } from '@contract/words';
import * as v from 'valibot';
import type { Effect } from '../../core/aggregate';
import { oneOf } from '../../core/schemas';

/**
 * A booking is two documents. The stop's update takes the place and promises the walk; the walk's
 * update that ends it promises the place back. Both effects may be carried out twice and do it once.
 */

/** What the effect `walk_open` carries. */
export const Opening = v.object({
  walkId: v.string(),
  stopId: v.string(),
  stopName: v.string(),
  stopTitle: v.nullable(v.string()),
  stopKind: v.picklist(['place', 'person']),
  route: oneOf(ROUTES),
  safety: v.nullable(v.string()),
  desk: v.string(),
  bookerId: v.string(),
  startsAt: v.number(),
  half: v.picklist(['morning', 'afternoon']),
  size: v.number(),
  group: v.string(),
  communityId: v.string(),
  sample: v.boolean(),
  at: v.number(),
  rid: v.string(),
});
export type Opening = v.InferOutput<typeof Opening>;

/** What the effect `walk_free` carries. */
const Freeing = v.object({ stopId: v.string(), walkId: v.string() });

export const readOpening = (effect: Effect): Opening => v.parse(Opening, effect.data);
export const readFreeing = (effect: Effect) => v.parse(Freeing, effect.data);

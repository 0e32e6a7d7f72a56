import { people } from './collections/people';
import { report } from './collections/report';
import { school } from './collections/school';
import { service } from './collections/service';
import type { Collection } from './declaration';

/**
 * Every collection of the product: indexes, rule, retention, field classes, schema version. A new one
 * goes into the file of the room whose functions write it.
 */
export const collections = {
  ...people,
  ...school,
  ...service,
  ...report,
} as const satisfies Readonly<Record<string, Collection>>;

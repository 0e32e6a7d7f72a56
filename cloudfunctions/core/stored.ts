import type { Command } from './database';
import { difference } from './difference';
import { sound } from './guard';

/** How a document goes out to the database, and what comes back; for the repository alone. */

/** Law 5: the next document as a difference, so that what it no longer has is gone. */
export function asUpdate(_: Command, before: object, after: object): Record<string, unknown> {
  const update: Record<string, unknown> = { version: _.inc(1) };
  for (const change of difference(before, after, ['_id', 'version'])) {
    if (change.is === 'removed') {
      update[change.field] = _.remove();
      continue;
    }
    if (change.is === 'appended') {
      sound(change.values, change.field);
      update[change.field] = _.push(change.values);
      continue;
    }
    sound(change.value, change.field);
    update[change.field] = _.set(change.value);
  }
  return update;
}

/** The SDK types its rows as `any`; what is stored in a collection is what its repository wrote. */
export function rows<Doc>(reply: { data?: unknown }): Doc[] {
  return Array.isArray(reply.data) ? (reply.data as Doc[]) : [];
}

/** How many documents a write has met. */
export function updatedOf(reply: unknown): number {
  const updated: unknown =
    typeof reply === 'object' && reply !== null ? Reflect.get(reply, 'updated') : undefined;
  return typeof updated === 'number' ? updated : 0;
}

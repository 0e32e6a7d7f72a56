import { writeFailed } from '../../errors';
import { isArrayIndex, type Path } from '../paths';
import type { Document } from '../types';
import { inspect, isPlainObject } from '../values';

/** The place that a path names inside a document, to be read and written. */
export interface Target {
  get(): unknown;
  set(value: unknown): void;
  unset(): void;
  inArray: boolean;
}

/** MongoDB's own limit on filling an array up to a far index. */
const MAX_BACKFILL = 1_500_000;

/**
 * Finds the place. With `create`, objects are made on the way where nothing is.
 * @returns null when the place does not exist and `create` is false
 * @throws CloudError with MongoDB's error 28 when the path leads through a scalar, null, or a name inside an array
 */
export function targetOf(document: Document, path: Path, create: boolean): Target | null {
  let holder: unknown = document;
  for (let i = 0; i < path.length - 1; i++) {
    const slot = slotOf(holder, path, i, create);
    if (!slot) return null;
    if (slot.get() === undefined) {
      if (!create) return null;
      slot.set({});
    }
    holder = slot.get();
  }
  return slotOf(holder, path, path.length - 1, create);
}

function slotOf(holder: unknown, path: Path, at: number, create: boolean): Target | null {
  const name = path[at] ?? '';
  if (isPlainObject(holder)) return fieldOf(holder, name);
  if (Array.isArray(holder) && isArrayIndex(name)) return elementOf(holder, Number(name));
  if (!create) return null;
  const parent = `${path[at - 1] ?? ''}: ${inspect(holder)}`;
  throw writeFailed('Update', `Cannot create field '${name}' in element {${parent}}`, 28);
}

function fieldOf(holder: Document, name: string): Target {
  return {
    get: () => (Object.hasOwn(holder, name) ? holder[name] : undefined),
    set: (value) => {
      holder[name] = value;
    },
    unset: () => {
      delete holder[name];
    },
    inArray: false,
  };
}

function elementOf(holder: unknown[], index: number): Target {
  return {
    get: () => holder[index],
    set: (value) => {
      if (index - holder.length > MAX_BACKFILL) {
        const sentence = `can't backfill more than ${MAX_BACKFILL} array elements!`;
        throw writeFailed('Update', sentence, 2);
      }
      while (holder.length < index) holder.push(null);
      holder[index] = value;
    },
    // An array keeps its length: the element becomes null.
    unset: () => {
      if (index < holder.length) holder[index] = null;
    },
    inArray: true,
  };
}

import { isPlainObject } from './values';

/** `a.b.0` as its components. */
export type Path = readonly string[];

const known = new Map<string, Path>();

export function pathOf(field: string): Path {
  const found = known.get(field);
  if (found) return found;
  const path = field.split('.');
  if (known.size < 10_000) known.set(field, path);
  return path;
}

export const isArrayIndex = (component: string | undefined): boolean =>
  component !== undefined && /^(0|[1-9]\d*)$/.test(component);

/** The own field of an object; undefined for everything else, whatever its prototype knows. */
export function childOf(value: unknown, name: string): unknown {
  return isPlainObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/**
 * What a condition on a path compares: every value that the path leads to, arrays on the way being
 * entered element by element. undefined stands for "nothing there".
 */
export function leavesOf(document: unknown, path: Path, from = 0): unknown[] {
  let value = document;
  for (let i = from; i < path.length; i++) {
    const name = path[i] ?? '';
    if (!Array.isArray(value)) {
      value = childOf(value, name);
      continue;
    }
    if (isArrayIndex(name)) value = value[Number(name)];
    else return value.filter(isPlainObject).flatMap((element) => leavesOf(element, path, i));
  }
  return [value];
}

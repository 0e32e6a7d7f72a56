import { refuse } from './refusal';

/**
 * Law 3 of the repository: a condition or value that the SDK would silently widen never leaves.
 * `where({version: undefined})` compiles to no condition, `where({a: {}})` matches every document,
 * and an object that a caller sent with a `$` key becomes an operator.
 */
export function sound(value: unknown, path: string): void {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol')
    refuse('INVALID_INPUT', { field: path });
  if (typeof value === 'number' && !Number.isFinite(value)) refuse('INVALID_INPUT', { field: path });
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const [place, item] of value.entries()) sound(item, `${path}.${place}`);
    return;
  }
  if (!isPlain(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === '' || key.startsWith('$') || key === '__proto__' || key.includes('\u0000'))
      refuse('INVALID_INPUT', { field: path });
    sound(item, `${path}.${key}`);
  }
}

/** A condition: plain scalars or the SDK's commands, never a plain object. */
export function soundCondition(condition: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(condition)) {
    sound(value, key);
    if (value !== null && typeof value === 'object' && isPlain(value))
      refuse('INVALID_INPUT', { field: key });
  }
}

/** Commands of the SDK (`_.gt(0)`) are instances of its own classes and pass. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

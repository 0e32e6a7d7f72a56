import { Query } from 'mingo/query';
import { writeFailed } from '../../errors';
import { leavesOf, pathOf } from '../paths';
import { MINGO } from '../query';
import type { Document, Filter } from '../types';
import { isPlainObject } from '../values';

const refuse = (message: string) => writeFailed('Update', message, 2);

/**
 * The plain paths that a path with `$` (the element that the filter found), `$[]` (every element) or
 * `$[name]` stands for in this document. The SDK has no way of sending array filters, so a name is never known.
 * @throws CloudError with MongoDB's error 2
 */
export function placesOf(field: string, document: Document, filter: Filter): string[] {
  if (!field.includes('$')) return [field];
  const names = field.split('.');
  const at = names.findIndex((name) => name.startsWith('$'));
  if (at < 0) return [field];
  const array = names.slice(0, at).join('.');
  const rest = names.slice(at + 1);
  const places = indexesOf(names[at] ?? '', field, array, document, filter);
  return places.flatMap((index) => placesOf([array, index, ...rest].join('.'), document, filter));
}

function indexesOf(name: string, field: string, array: string, document: Document, filter: Filter): number[] {
  if (name === '$') return [matchedElement(array, document, filter)];
  if (name !== '$[]') {
    throw refuse(`No array filter found for identifier '${name.slice(2, -1)}' in path '${field}'`);
  }
  const [elements] = leavesOf(document, pathOf(array));
  if (Array.isArray(elements)) return elements.map((_, i) => i);
  if (elements === undefined) {
    throw refuse(`The path '${array}' must exist in the document in order to apply array updates.`);
  }
  throw refuse(
    `Cannot apply array updates to non-array element ${pathOf(array).at(-1)}: ${JSON.stringify(elements)}`,
  );
}

/** The first element that satisfies all that the filter asks of the array, or else some of it. */
function matchedElement(array: string, document: Document, filter: Filter): number {
  const [elements] = leavesOf(document, pathOf(array));
  const conditions = conditionsOn(array, filter);
  if (!Array.isArray(elements) || conditions.length === 0) throw refuse(NO_MATCH);
  const tests = conditions.map((condition) => new Query(condition, MINGO));
  const fits = (index: number) => (test: Query) => test.test(withOnly(document, array, elements[index]));
  const all = elements.findIndex((_, i) => tests.every(fits(i)));
  const found = all >= 0 ? all : elements.findIndex((_, i) => tests.some(fits(i)));
  if (found < 0) throw refuse(NO_MATCH);
  return found;
}

const NO_MATCH = 'The positional operator did not find the match needed from the query.';

function conditionsOn(array: string, filter: Filter): Filter[] {
  return Object.entries(filter).flatMap(([field, condition]) => {
    if ((field === '$and' || field === '$or') && Array.isArray(condition)) {
      return condition.filter(isPlainObject).flatMap((branch) => conditionsOn(array, branch));
    }
    return field === array || field.startsWith(`${array}.`) ? [{ [field]: condition }] : [];
  });
}

/** A document in which the array has this one element, and nothing else exists. */
function withOnly(document: Document, array: string, element: unknown): Document {
  const names = array.split('.');
  return names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), [element]) as typeof document; // one name at least
}

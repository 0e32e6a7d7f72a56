import { writeFailed } from '../../errors';
import { pathOf } from '../paths';
import type { Document, Filter } from '../types';
import { clone, inspect, isOperatorObject, isPlainObject } from '../values';
import { CHANGES, NEVER_CREATES } from './operators';
import { placesOf } from './positional';
import { type Statement, statementsOf } from './statement';
import { targetOf } from './target';

/** An update that was taken apart once and can be carried out on many documents. */
export type Update = (document: Document, inserting: boolean) => Document;

/**
 * Compiles an update with operators. The result never changes the document that it is given: it returns the
 * next one, or throws and nothing has happened, so an update is atomic per document.
 * @param filter the filter that found the documents, for the positional operator `$`
 * @param now milliseconds since the epoch
 * @throws CloudError where MongoDB refuses the update
 */
export function updateOf(update: Document, filter: Filter, now: number): Update {
  const statements = statementsOf(update);
  return (document, inserting) => {
    const next = clone(document);
    for (const statement of statements) {
      if (statement.operator === '$setOnInsert' && !inserting) continue;
      for (const field of placesOf(statement.field, next, filter)) {
        carryOut({ ...statement, field }, next, now);
      }
    }
    checkId(document, next);
    return next;
  };
}

/**
 * The document that replaces another; it keeps the `_id`.
 * @throws CloudError when the replacement brings another `_id`
 */
export function replacementOf(replacement: Document, old: Document): Document {
  const next = { _id: old._id, ...clone(replacement) };
  checkId(old, next);
  return next;
}

/** The document that an upsert starts from: what the filter demands by equality. */
export function seedOf(filter: Filter, now: number): Document {
  const demanded = new Map<string, unknown>();
  collectEqualities(filter, demanded);
  const seed: Document = {};
  for (const [field, operand] of demanded) carryOut({ operator: '$set', field, operand }, seed, now);
  return seed;
}

function carryOut({ operator, field, operand }: Statement, document: Document, now: number): void {
  if (operator === '$rename') {
    rename(document, field, String(operand));
    return;
  }
  const change = CHANGES[operator];
  if (!change) throw writeFailed('Update', `Unknown modifier: ${operator}`, 9);
  const moment = { field, document, now };
  const target = targetOf(document, pathOf(field), !NEVER_CREATES.has(operator));
  if (!target) {
    change(undefined, operand, moment); // a malformed operand is refused all the same
    return;
  }
  const current = target.get();
  const next = change(current, operand, moment);
  if (next === undefined) {
    if (current !== undefined) target.unset();
  } else if (next !== current) target.set(next);
}

function rename(document: Document, from: string, to: string): void {
  refuseArrays(document, from, 'source');
  refuseArrays(document, to, 'destination');
  const source = targetOf(document, pathOf(from), false);
  const value = source?.get();
  if (!source || value === undefined) return;
  source.unset();
  targetOf(document, pathOf(to), true)?.set(value);
}

function refuseArrays(document: Document, field: string, role: 'source' | 'destination'): void {
  const path = pathOf(field);
  for (let depth = 1; depth < path.length; depth++) {
    if (!Array.isArray(targetOf(document, path.slice(0, depth), false)?.get())) continue;
    throw writeFailed(
      'Update',
      `The ${role} field cannot be an array element, '${field}' in doc with _id: ${inspect(document._id)} has an array field called '${path[depth - 1]}'`,
      2,
    );
  }
}

function checkId(before: Document, after: Document): void {
  if (before._id === undefined || inspect(before._id) === inspect(after._id)) return;
  throw writeFailed(
    'Update',
    "Performing an update on the path '_id' would modify the immutable field '_id'",
    66,
  );
}

function collectEqualities(filter: Filter, into: Map<string, unknown>): void {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const branch of condition) if (isPlainObject(branch)) collectEqualities(branch, into);
      continue;
    }
    if (field.startsWith('$') || condition instanceof RegExp) continue;
    if (!isOperatorObject(condition)) into.set(field, condition);
    else if ('$eq' in condition) into.set(field, condition.$eq);
  }
}

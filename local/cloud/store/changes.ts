import { CloudError, DocumentLocked, writeFailed } from '../errors';
import type { CollectionState } from './catalog';
import { toText } from './codec';
import { newId } from './ids';
import { checkRequestSize } from './limits';
import type { Document, Filter, ModifyOptions, ModifyResult, Plan } from './types';
import { replacementOf, seedOf, updateOf } from './update/index';
import { checkStorable } from './update/statement';
import { clone, isObjectId } from './values';
import type { Guard, View } from './view';

/** What a write did, and the refusal at which it stopped: as with MongoDB, what went before stays. */
export interface Outcome<T> {
  result: T;
  failure: CloudError | undefined;
}

/** A write to one collection, as one caller sees it. */
export interface Place {
  view: View;
  collection: CollectionState;
  /** Milliseconds since the epoch. */
  now: number;
}

export function insertInto(place: Place, documents: Document[]): Outcome<string[]> {
  const complete = documents.map((document) => {
    const stored = storable(document, place.now);
    return { document: stored, text: toText(stored) };
  });
  checkRequestSize(complete.map(({ text }) => text));
  const failure = untilRefused(complete, ({ document, text }) => {
    place.view.insert(place.collection, document, text);
  });
  return { result: complete.map(({ document }) => outwardId(document._id)), failure };
}

export function modifyIn(
  place: Place,
  filter: Filter,
  update: Document,
  options: ModifyOptions,
  guard: Guard,
): Outcome<ModifyResult> {
  checkRequestSize([toText(update)]);
  const nextOf = changeOf(place, filter, update, options);
  const { rows, plan } = place.view.matches(place.collection, filter, options.multi, guard);
  let updated = 0;
  let document: Document | undefined;
  const failure = untilRefused(rows, (row) => {
    const next = nextOf(row.document, false);
    const text = toText(next);
    document = next;
    if (text === row.text) return;
    place.view.replace(place.collection, row, next, text);
    updated++;
  });
  if (document || failure || !options.upsert) {
    return { result: { updated, ...(options.returnDocument && document && { document }), plan }, failure };
  }
  const fresh = upserted(place, filter, update, options, nextOf);
  place.view.insert(place.collection, fresh, toText(fresh));
  const upsertId = outwardId(fresh._id);
  return { result: { updated, upsertId, ...(options.returnDocument && { document: fresh }), plan }, failure };
}

export function removeFrom(
  place: Place,
  filter: Filter,
  multi: boolean,
  guard: Guard,
): Outcome<{ deleted: number; plan: Plan }> {
  const { rows, plan } = place.view.matches(place.collection, filter, multi, guard);
  let deleted = 0;
  const failure = untilRefused(rows, (row) => {
    place.view.remove(place.collection, row);
    deleted++;
  });
  return { result: { deleted, plan }, failure };
}

type NextOf = (document: Document, inserting: boolean) => Document;

function changeOf({ now }: Place, filter: Filter, update: Document, { multi, merge }: ModifyOptions): NextOf {
  if (merge) return updateOf(update, filter, now);
  if (multi) throw writeFailed('Update', 'multi update is not supported for replacement-style update', 9);
  checkStorable('Update', update, '');
  return (document) => replacementOf(update, document);
}

/** The document that an upsert adds: what the filter demands, and the update on top. */
function upserted(
  { now }: Place,
  filter: Filter,
  update: Document,
  { merge }: ModifyOptions,
  nextOf: NextOf,
): Document {
  const seed = seedOf(filter, now);
  if (merge) return storable(nextOf(seed, true), now);
  const { _id = update._id } = seed;
  return storable(_id === undefined ? update : replacementOf(update, { _id }), now);
}

function storable(document: Document, now: number): Document {
  checkStorable('Insert', document, '');
  const { _id = newId(now), ...rest } = clone(document);
  if (Array.isArray(_id) || _id instanceof RegExp) {
    const type = Array.isArray(_id) ? 'array' : 'regex';
    throw writeFailed('Insert', `The '_id' value cannot be of type ${type}`, 53);
  }
  return { _id, ...rest };
}

/** Stops at the first item that is refused, and returns the refusal. */
function untilRefused<T>(items: Iterable<T>, write: (item: T) => void): CloudError | undefined {
  for (const item of items) {
    try {
      write(item);
    } catch (cause) {
      // Whoever waits for a lock tries everything again, so nothing of it may have happened.
      if (cause instanceof CloudError && !(cause instanceof DocumentLocked)) return cause;
      throw cause;
    }
  }
  return undefined;
}

/** Ids are almost always text; a caller who chose numbers gets numbers back, as from production. */
function outwardId(id: unknown): string {
  return isObjectId(id) ? id.toHexString() : (id as string);
}

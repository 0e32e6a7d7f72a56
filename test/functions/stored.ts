import type { Town } from '../support/town';

/** The document as it stands in the database, for what no reply shows. */
export function storedOf<Doc>(t: Pick<Town, 'store'>, collection: string, id: string): Doc {
  const [document] = t.store.find(collection, { _id: id }, { limit: 1 }).documents;
  if (document === undefined) throw new Error(`no ${id} in ${collection}`);
  // Written by the product itself: its repository keeps the shape.
  return document as unknown as Doc;
}

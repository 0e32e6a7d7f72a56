import type { Seed } from '../../database/seed';

/** The part of a database that planting needs; the SDK's own fits. */
export interface Planted {
  collection(name: string): {
    doc(id: string): { get(): Promise<{ data?: unknown }> };
    add(document: object): Promise<unknown>;
  };
}

/**
 * Writes the seed's documents that are not there yet, and leaves those that are: what the street has
 * filled in since stays. Answers how many were written.
 */
export async function plantFacts(database: Planted, seed: Seed): Promise<number> {
  let written = 0;
  for (const [name, documents] of Object.entries(seed))
    for (const document of documents) {
      const id: unknown = Reflect.get(document, '_id');
      if (typeof id !== 'string') throw new Error(`a document of ${name} has no _id`);
      const { data } = await database.collection(name).doc(id).get();
      if (Array.isArray(data) && data.length > 0) continue;
      await database.collection(name).add({ ...document });
      written += 1;
    }
  return written;
}

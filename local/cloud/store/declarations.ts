import { invalidParam } from '../errors';
import { type Path, pathOf } from './paths';
import type { IndexDeclaration } from './types';

/** An index as the store works with it. */
export interface IndexSpec {
  name: string;
  unique: boolean;
  fields: IndexField[];
}

interface IndexField {
  field: string;
  path: Path;
  descending: boolean;
}

const MAX_INDEXES = 100;
const MAX_INDEX_FIELDS = 31;
/** The index that every collection has. */
export const ID_INDEX: IndexSpec = {
  name: '_id_',
  unique: true,
  fields: [{ field: '_id', path: ['_id'], descending: false }],
};

/**
 * Reads the declarations of one collection.
 * @param onSkip hears of the kinds of index (geo, text) that cannot serve a query here
 * @throws CloudError INVALID_PARAM when one is malformed, or there are more than production allows
 */
export function indexSpecs(
  collection: string,
  declared: IndexDeclaration[],
  onSkip: (text: string) => void,
): IndexSpec[] {
  if (declared.length > MAX_INDEXES) {
    throw invalidParam(
      `${collection} declares ${declared.length} indexes, at most ${MAX_INDEXES} are allowed`,
    );
  }
  const specs: IndexSpec[] = [];
  for (const declaration of declared) {
    const spec = specOf(collection, declaration, onSkip);
    if (!spec || spec.name === ID_INDEX.name) continue;
    if (specs.some((other) => other.name === spec.name)) {
      throw invalidParam(`${collection} declares the index ${spec.name} twice`);
    }
    specs.push(spec);
  }
  return specs;
}

function specOf(
  collection: string,
  { IndexName: name, MgoKeySchema: schema }: IndexDeclaration,
  onSkip: (text: string) => void,
): IndexSpec | null {
  const keys = schema.MgoIndexKeys;
  const where = `index ${name} of ${collection}`;
  if (keys.length === 0) throw invalidParam(`${where} has no fields`);
  if (keys.length > MAX_INDEX_FIELDS) {
    throw invalidParam(`${where} has ${keys.length} fields, at most ${MAX_INDEX_FIELDS} are allowed`);
  }
  const special = keys.find((key) => !['1', '-1'].includes(String(key.Direction)));
  if (special) {
    onSkip(
      `${where}: direction "${special.Direction}" is not supported by this stand-in; the index is left out.`,
    );
    return null;
  }
  const names = new Set(keys.map((key) => key.Name));
  if (names.size < keys.length) throw invalidParam(`${where} names a field twice`);
  if (names.has('')) throw invalidParam(`${where} has a field without a name`);
  return {
    name,
    unique: schema.MgoIsUnique,
    fields: keys.map((key) => ({
      field: key.Name,
      path: pathOf(key.Name),
      descending: String(key.Direction) === '-1',
    })),
  };
}

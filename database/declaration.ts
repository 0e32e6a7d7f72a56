/** A collection as CloudBase knows it, and what the product has to know beside that. */
export interface Collection {
  /** In CloudBase's own form: used for planning on one machine and for creating them there. */
  indexes: readonly Index[];
  /** Basic permission; everything goes through functions (docs/deployment.md). */
  rule: 'ADMINONLY';
  /** Version of the documents' shape; raised together with the definition's `upgrade`. */
  schema: number;
  /** How long documents are kept; `null`: as long as the person (rules.md 4.2). */
  retentionDays: number | null;
  /** L0 public … L3 sensitive, sealed at rest (rules.md 4.2). L4 is never collected. What is not named is L1. */
  fields: Readonly<Record<string, 'L0' | 'L1' | 'L2' | 'L3'>>;
}

export interface Index {
  IndexName: string;
  MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: { Name: string; Direction: '1' | '-1' }[] };
}

/** `index('mine', 'people', '-updatedAt')`: a leading minus is descending. */
export function index(name: string, ...fields: string[]): Index {
  return { IndexName: name, MgoKeySchema: { MgoIsUnique: false, MgoIndexKeys: fields.map(key) } };
}

export function unique(name: string, ...fields: string[]): Index {
  return { IndexName: name, MgoKeySchema: { MgoIsUnique: true, MgoIndexKeys: fields.map(key) } };
}

function key(field: string): { Name: string; Direction: '1' | '-1' } {
  return field.startsWith('-') ? { Name: field.slice(1), Direction: '-1' } : { Name: field, Direction: '1' };
}

import type { Access } from './access';
import type { IndexSpec } from './declarations';
import type { Key } from './keys';

/** A piece of SQL with what it binds. */
export interface Sql {
  text: string;
  args: (Key | number | string)[];
}

export const CATALOG_SQL = `
CREATE TABLE collections(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE indexes(
  id INTEGER PRIMARY KEY,
  collection INTEGER NOT NULL REFERENCES collections(id),
  name TEXT NOT NULL,
  spec TEXT NOT NULL,
  arrays TEXT NOT NULL,
  UNIQUE(collection, name)
);`;

/** `n` is the order of insertion. */
export const documentsSql = (table: string): string =>
  `CREATE TABLE ${table}(n INTEGER PRIMARY KEY, doc TEXT NOT NULL)`;

/**
 * An index is a table of (keys of the values, document), one row per indexed combination of values:
 * the same form for plain and for array fields. Its primary key is its order, and for a unique index its constraint.
 */
export function indexSql(table: string, spec: IndexSpec): string {
  const columns = spec.fields.map((_, i) => `k${i} BLOB NOT NULL`).join(', ');
  const order = spec.fields.map(({ descending }, i) => `k${i}${descending ? ' DESC' : ''}`).join(', ');
  const key = spec.unique ? order : `${order}, n`;
  return `CREATE TABLE ${table}(${columns}, n INTEGER NOT NULL, PRIMARY KEY(${key})) WITHOUT ROWID`;
}

/** `column` is within `access`. One bound a side: SQLite takes the first it meets and filters by the rest. */
export function within(column: string, access: Access): Sql {
  if (access.kind === 'range') {
    return {
      text: `${column} ${access.fromOpen ? '>' : '>='} ? AND ${column} ${access.toOpen ? '<' : '<='} ?`,
      args: [access.from, access.to],
    };
  }
  const { keys } = access;
  if (keys.length === 1) return { text: `${column} = ?`, args: keys };
  return { text: `${column} IN (${keys.map(() => '?').join(',')})`, args: keys };
}

export function allOf(parts: Sql[]): Sql {
  return { text: parts.map((part) => part.text).join(' AND '), args: parts.flatMap((part) => part.args) };
}

export const where = (condition: Sql): string => (condition.text === '' ? '' : ` WHERE ${condition.text}`);

import type { Statement } from 'better-sqlite3';
import type { CollectionState } from './catalog';
import { fromText } from './codec';
import type { Connection } from './database';
import { type IndexScan, plan, type Question, type Scan } from './planner';
import { testOf } from './query';
import { residual } from './residual';
import { isSorted, Sorted, sortKeysOf } from './sort';
import { type Sql, where } from './sql';
import type { Filter, Plan, Sort } from './types';
import type { Stored } from './writer';

export interface Reading {
  collection: CollectionState;
  filter: Filter;
  sort: Sort;
  skip: number;
  limit: number;
}

export interface Result {
  rows: Stored[];
  plan: Plan;
}

type Row = [n: number, doc: string | null];

/** Answers filters through the indexes, or by reading everything. */
export class Reader {
  readonly #database: Connection;
  readonly #statements = new Map<string, Statement<unknown[], Row>>();

  constructor(database: Connection) {
    this.#database = database;
  }

  /** @param guard hears of the scan before it is carried out, and may refuse it */
  find(reading: Reading, guard: (scan: Scan) => void): Result {
    const { collection, filter, sort, skip, limit } = reading;
    const wanted = skip + limit;
    const test = testOf(filter);
    const scan = this.plan(collection, { filter, sort, wanted });
    guard(scan);
    const ordered = !isSorted(sort) || (scan.kind === 'index' && scan.sorted);
    const sorted = new Sorted<Stored>(sort, wanted);
    const rows: Stored[] = [];
    let examined = 0;
    for (const row of wanted > 0 ? this.#candidates(collection, scan, filter) : []) {
      examined++;
      if (!row || !test(row.document)) continue;
      if (ordered) rows.push(row);
      else sorted.add(row, sortKeysOf(row.document, sort));
      if (ordered && rows.length >= wanted) break;
    }
    const found = (ordered ? rows : sorted.values()).slice(skip);
    return {
      rows: found,
      plan: describe(collection, scan, { examined, returned: found.length, memorySort: !ordered }),
    };
  }

  /** The places of all matching documents, for when the documents themselves would be too many to hold. */
  numbers(
    collection: CollectionState,
    filter: Filter,
    guard: (scan: Scan) => void,
  ): { numbers: number[]; plan: Plan } {
    const test = testOf(filter);
    const scan = this.plan(collection, { filter, sort: {}, wanted: Number.POSITIVE_INFINITY });
    guard(scan);
    const numbers: number[] = [];
    let examined = 0;
    for (const row of this.#candidates(collection, scan, filter)) {
      examined++;
      if (row && test(row.document)) numbers.push(row.n);
    }
    const plan = describe(collection, scan, { examined, returned: numbers.length, memorySort: false });
    return { numbers, plan };
  }

  count(
    collection: CollectionState,
    filter: Filter,
    guard: (scan: Scan) => void,
  ): { total: number; plan: Plan } {
    const test = testOf(filter);
    const scan = this.plan(collection, { filter, sort: {}, wanted: Number.POSITIVE_INFINITY });
    guard(scan);
    let total = 0;
    let examined = 0;
    if (Object.keys(filter).length === 0) {
      total = this.#number(`SELECT count(*) FROM ${collection.table}`, []);
    } else if (scan.kind === 'index' && scan.exact) {
      const what = scan.repeats ? 'count(DISTINCT x.n)' : 'count(*)';
      const sql = `SELECT ${what} FROM ${scan.index.table} x${where(scan.condition)}`;
      total = this.#number(sql, scan.condition.args);
      examined = total;
    } else {
      for (const row of this.#candidates(collection, scan, filter)) {
        examined++;
        if (row && test(row.document)) total++;
      }
    }
    return {
      total,
      plan: describe(collection, scan, { examined, returned: total, memorySort: false }),
    };
  }

  plan(collection: CollectionState, question: Question): Scan {
    return plan(collection.indexes, question, (scan, limit) => {
      const inner = `SELECT 1 FROM ${scan.index.table} x${where(scan.entry)} LIMIT ${limit}`;
      return this.#number(`SELECT count(*) FROM (${inner})`, scan.entry.args);
    });
  }

  /** Documents in the collection, counted up to `limit`. */
  size(collection: CollectionState, limit: number): number {
    return this.#number(`SELECT count(*) FROM (SELECT 1 FROM ${collection.table} LIMIT ${limit})`, []);
  }

  get(collection: CollectionState, n: number): Stored | undefined {
    const [row] = this.#rows(`SELECT n, doc FROM ${collection.table} WHERE n = ?`, [n]);
    const text = row?.[1];
    return typeof text === 'string' ? { n, text, document: fromText(text) } : undefined;
  }

  /** Every document that the scan meets; null for those of which SQLite could say that they do not match. */
  *#candidates(collection: CollectionState, scan: Scan, filter: Filter): Iterable<Stored | null> {
    if (scan.kind === 'union') return yield* this.#union(collection, scan.branches);
    const rest = residual(filter, scan);
    const sql = scan.kind === 'all' ? fullSql(collection, rest) : indexScanSql(collection, scan, rest);
    const seen = scan.kind === 'index' && scan.repeats ? new Set<number>() : null;
    for (const [n, text] of this.#rows(sql.text, sql.args)) {
      if (seen?.has(n)) continue;
      seen?.add(n);
      yield text === null ? null : { n, text, document: fromText(text) };
    }
  }

  *#union(collection: CollectionState, branches: IndexScan[]): Iterable<Stored> {
    const found = new Set<number>();
    for (const { index, condition } of branches) {
      const sql = `SELECT x.n, NULL FROM ${index.table} x${where(condition)}`;
      for (const [n] of this.#rows(sql, condition.args)) found.add(n);
    }
    for (const n of [...found].sort((a, b) => a - b)) {
      const row = this.get(collection, n);
      if (row) yield row;
    }
  }

  #rows(sql: string, args: unknown[]): IterableIterator<Row> {
    return this.#statement(sql).iterate(...args);
  }

  #number(sql: string, args: unknown[]): number {
    const [row] = this.#rows(sql, args);
    return row?.[0] ?? 0;
  }

  #statement(sql: string): Statement<unknown[], Row> {
    const known = this.#statements.get(sql);
    // A statement that is still being walked cannot be started again; queries inside of queries do not occur.
    if (known) return known;
    const statement = this.#database.prepare<unknown[], Row>(sql).raw();
    if (this.#statements.size > 500) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }
}

function fullSql(collection: CollectionState, rest: Sql): Sql {
  return { text: `SELECT d.n, ${passing(rest)} FROM ${collection.table} d ORDER BY d.n`, args: rest.args };
}

/** CROSS JOIN keeps SQLite from turning the two tables round. */
function indexScanSql(collection: CollectionState, { index, condition, order }: IndexScan, rest: Sql): Sql {
  const from = `${index.table} x CROSS JOIN ${collection.table} d ON d.n = x.n`;
  const ordered = order === '' ? '' : ` ORDER BY ${order}`;
  return {
    text: `SELECT x.n, ${passing(rest)} FROM ${from}${where(condition)}${ordered}`,
    args: [...rest.args, ...condition.args],
  };
}

const passing = (rest: Sql): string => (rest.text === '' ? 'd.doc' : `CASE WHEN ${rest.text} THEN d.doc END`);

function describe(
  collection: CollectionState,
  scan: Scan,
  numbers: Pick<Plan, 'examined' | 'returned' | 'memorySort'>,
): Plan {
  const { kind, index } = nameOf(scan);
  return { collection: collection.name, kind, index, ...numbers };
}

function nameOf(scan: Scan): Pick<Plan, 'kind' | 'index'> {
  if (scan.kind === 'all') return { kind: 'COLLSCAN', index: null };
  if (scan.kind === 'union') {
    return { kind: 'OR', index: scan.branches.map((branch) => branch.index.spec.name).join('|') };
  }
  const { name } = scan.index.spec;
  return { kind: name === '_id_' && scan.equalities > 0 ? 'IDHACK' : 'IXSCAN', index: name };
}

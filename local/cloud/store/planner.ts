import { type Access, type Conditions, combine, conditionsOf } from './access';
import type { IndexSpec } from './declarations';
import { allOf, type Sql, within } from './sql';
import type { Filter, Sort } from './types';

/** An index as the planner sees it: its declaration, and what its documents have shown. */
export interface PlannedIndex {
  table: string;
  spec: IndexSpec;
  /** Per field: some document has an array on the path. */
  arrays: boolean[];
  /** Some document has an array directly inside an array there. */
  nested: boolean;
}

/** One index, entered by `condition` and walked in `order`. */
export interface IndexScan {
  kind: 'index';
  index: PlannedIndex;
  condition: Sql;
  /** The part of the condition by which the walk is entered; whatever it meets from there on has to be read. */
  entry: Sql;
  order: string;
  /** The walk gives the documents in the order that was asked for. */
  sorted: boolean;
  /** Fields met by a single value, before a range: the more, the fewer entries are read. */
  equalities: number;
  bounded: boolean;
  /** Nothing of the filter remains to be tested. */
  exact: boolean;
  /** A document can have several entries. */
  repeats: boolean;
}

interface UnionScan {
  kind: 'union';
  branches: IndexScan[];
}

interface FullScan {
  kind: 'all';
}

export type Scan = IndexScan | UnionScan | FullScan;

export interface Question {
  filter: Filter;
  sort: Sort;
  /** Documents that will be taken at most, counted from the first. */
  wanted: number;
}

/** Counts what a scan meets on its way, up to a limit: what a choice between several indexes goes by. */
type Probe = (scan: IndexScan, limit: number) => number;

/** Below this many entries it does not matter which index is taken, and the one that fits best by form is. */
const FEW = 100;
const PROBE_LIMIT = 1000;

export function plan(indexes: PlannedIndex[], question: Question, probe: Probe): Scan {
  const conditions = conditionsOf(question.filter);
  const scans = indexes.flatMap((index) => indexScan(index, conditions, question.sort) ?? []);
  const best = cheapest(scans, question, probe);
  if (best?.bounded) return best;
  return union(indexes, question, conditions, probe) ?? best ?? { kind: 'all' };
}

/** null: the index neither narrows the search nor serves the order. */
function indexScan(index: PlannedIndex, conditions: Conditions, sort: Sort): IndexScan | null {
  const { spec } = index;
  if (index.nested) return null;
  const accesses = accessesOf(index, conditions);
  let equalities = 0;
  while (accesses[equalities]?.kind === 'points') equalities++;
  const bounded = accesses[0] !== undefined;
  const single = accesses.slice(0, equalities).every((access) => isPoint(access));
  const order = single ? orderOf(index, accesses, equalities, sort) : null;
  const sorting = Object.keys(sort).length > 0;
  if (!bounded && !(order !== null && sorting)) return null;
  const used = accesses.filter((access) => access !== undefined);
  return {
    kind: 'index',
    index,
    condition: conditionOn(accesses),
    entry: conditionOn(
      accesses.slice(0, accesses[equalities]?.kind === 'range' ? equalities + 1 : equalities),
    ),
    order: order ?? '',
    sorted: order !== null || !sorting,
    equalities,
    bounded,
    exact:
      conditions.complete &&
      used.every((access) => access.exact) &&
      [...conditions.fields.keys()].every((field) => spec.fields.some((known) => known.field === field)),
    repeats: index.arrays.includes(true),
  };
}

const conditionOn = (accesses: (Access | undefined)[]): Sql =>
  allOf(accesses.flatMap((access, i) => (access ? [within(`x.k${i}`, access)] : [])));

/** Per field of the index what it is constrained to. Of the fields with arrays only one may be constrained. */
function accessesOf(index: PlannedIndex, conditions: Conditions): (Access | undefined)[] {
  let arrayUsed = false;
  return index.spec.fields.map(({ field }, i) => {
    const known = conditions.fields.get(field);
    const array = index.arrays[i] === true;
    if (!known || (array && arrayUsed)) return undefined;
    arrayUsed ||= array;
    return combine(known, array);
  });
}

const isPoint = (access: Access | undefined): boolean =>
  access?.kind === 'points' && access.keys.length === 1;

/** The ORDER BY that the index itself serves; null when it does not give the order that is asked for. */
function orderOf(
  index: PlannedIndex,
  accesses: (Access | undefined)[],
  from: number,
  sort: Sort,
): string | null {
  const constant = (field: string): boolean => {
    const i = index.spec.fields.findIndex((known) => known.field === field);
    return i >= 0 && !index.arrays[i] && isPoint(accesses[i]);
  };
  const wanted = Object.entries(sort).filter(([field]) => !constant(field));
  const columns: string[] = [];
  let turned: boolean | undefined;
  for (const [field, direction] of wanted) {
    let at = from + columns.length;
    // Fields held at one value between the prefix and the sorted ones do not disturb the order.
    while (index.spec.fields[at]?.field !== field && isPoint(accesses[at]) && !index.arrays[at]) {
      columns.push(`x.k${at}`);
      at++;
    }
    const known = index.spec.fields[at];
    if (known?.field !== field || index.arrays[at]) return null;
    const against = known.descending !== (direction === -1);
    if (turned !== undefined && turned !== against) return null;
    turned = against;
    columns.push(`x.k${at}${direction === -1 ? ' DESC' : ''}`);
  }
  return columns.join(', ');
}

function cheapest(scans: IndexScan[], { wanted }: Question, probe: Probe): IndexScan | null {
  const [only, ...others] = scans;
  if (!only || others.length === 0) return only ?? null;
  const unique = scans.find(
    ({ index, equalities }) => index.spec.unique && equalities === index.spec.fields.length,
  );
  if (unique && !unique.repeats) return unique;
  const cost = (scan: IndexScan): number => {
    const entries = probe(scan, PROBE_LIMIT);
    const direct = scan.order !== '' && scan.exact && scan.entry.text === scan.condition.text;
    const reached = direct ? Math.min(entries, wanted) : entries;
    return Math.max(reached, FEW);
  };
  const costs = new Map(scans.map((scan) => [scan, cost(scan)]));
  const form = (scan: IndexScan): number =>
    scan.equalities * 4 + (scan.order !== '' ? 3 : 0) + (scan.condition.args.length > 0 ? 1 : 0);
  return [...scans].sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0) || form(b) - form(a))[0] ?? null;
}

/** Every branch of an `$or` by an index of its own, together with what holds beside the `$or`. */
function union(
  indexes: PlannedIndex[],
  question: Question,
  conditions: Conditions,
  probe: Probe,
): UnionScan | null {
  for (const or of conditions.ors) {
    const branches = or.flatMap((branch) => {
      const { $or: _, ...rest } = question.filter;
      const scans = indexes.flatMap(
        (index) => indexScan(index, conditionsOf({ $and: [branch, rest] }), {}) ?? [],
      );
      return cheapest(scans, { ...question, wanted: Number.POSITIVE_INFINITY }, probe) ?? [];
    });
    if (branches.length > 0 && branches.length === or.length) return { kind: 'union', branches };
  }
  return null;
}

import { scanRefused } from '../errors';
import { encodeWire } from './codec';
import type { Scan } from './planner';
import type { Filter, ScanPolicy, Sort, StoreOptions } from './types';

/** What is known of a query when its scan is judged. */
export interface Asked {
  collection: string;
  filter: Filter;
  sort: Sort;
  /** Reads no more documents than it returns: a plain list without filter and order, or a count of everything. */
  frugal: boolean;
  /** Documents in the collection, counted up to `limit`. */
  size(limit: number): number;
}

const SMALL = 1000;

/** Stops, or reports, the queries that production would answer by reading the whole collection. */
export class ScanGuard {
  readonly #policy: ScanPolicy;
  readonly #limit: number;
  readonly #warn: (text: string) => void;
  readonly #warned = new Set<string>();

  constructor({ scan = 'warn', scanLimit, onWarn }: StoreOptions & Required<Pick<StoreOptions, 'onWarn'>>) {
    this.#policy = scan;
    this.#limit = scanLimit ?? (scan === 'reject' ? 0 : SMALL);
    this.#warn = onWarn;
  }

  /** @throws CloudError where scans are rejected */
  check(scan: Scan, asked: Asked): void {
    if (scan.kind !== 'all' || asked.frugal || this.#policy === 'allow') return;
    if (this.#limit > 0 && asked.size(this.#limit + 1) <= this.#limit) return;
    const message = `no declared index serves ${asked.collection} filter=${shapeOf(asked.filter)} sort=${shapeOf(asked.sort)}`;
    if (this.#policy === 'reject') throw scanRefused(message);
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.#warn(`[LocalCloud.CollScan] ${message}`);
  }
}

/** Fields and operators, without the values: what people have stored does not belong into a log. */
function shapeOf(filter: Filter | Sort): string {
  return encodeWire(
    JSON.parse(JSON.stringify(filter, (_, value) => (isScalar(value) ? '?' : value))),
  ).replaceAll('"?"', '?');
}

const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object';

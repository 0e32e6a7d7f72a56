/**
 * `wx.setStorage` and its family as data: typed values by key, 1 MB a value and 10 MB in all, as WeChat allows
 * one mini program of one person.
 */
import { ApiFailure } from '../api';
import type { Shelf } from '../disk';

const ENTRY_LIMIT = 1024 * 1024;
export const TOTAL_LIMIT = 10 * 1024 * 1024;

const utf8 = new TextEncoder();

export class DeviceStorage {
  private readonly values: Map<string, string>;
  private readonly shelf: Shelf<string>;
  private total = 0;

  constructor(shelf: Shelf<string>) {
    this.shelf = shelf;
    this.values = new Map(shelf.initial);
    for (const stored of this.values.values()) this.total += bytes(stored);
  }

  /** Throws ApiFailure when the value or the whole is too large, and what JSON throws for a cycle. */
  set(key: string, value: unknown): void {
    const stored = encode(value);
    const size = bytes(stored);
    if (size > ENTRY_LIMIT) throw new ApiFailure('entry size limit reached');
    const total = this.total - this.sizeOf(key) + size;
    if (total > TOTAL_LIMIT) throw new ApiFailure('exceed storage max size 10Mb');
    this.total = total;
    this.values.set(key, stored);
    this.shelf.put(key, stored);
  }

  /** A fresh copy of the value; undefined when the key holds none. */
  get(key: string): { value: unknown } | undefined {
    const stored = this.values.get(key);
    return stored === undefined ? undefined : { value: decode(stored) };
  }

  remove(key: string): void {
    if (!this.values.has(key)) return;
    this.total -= this.sizeOf(key);
    this.values.delete(key);
    this.shelf.delete(key);
  }

  clear(): void {
    for (const key of [...this.values.keys()]) this.remove(key);
  }

  /** Sizes in KB. */
  info(): { keys: string[]; currentSize: number; limitSize: number } {
    return {
      keys: [...this.values.keys()],
      currentSize: Math.ceil(this.total / 1024),
      limitSize: TOTAL_LIMIT / 1024,
    };
  }

  private sizeOf(key: string): number {
    const stored = this.values.get(key);
    return stored === undefined ? 0 : bytes(stored);
  }
}

function bytes(stored: string): number {
  return utf8.encode(stored).length;
}

/** The first letter says what JSON cannot: a date, a number that is not finite, undefined. */
function encode(value: unknown): string {
  if (value instanceof Date) return `d${value.getTime()}`;
  if (typeof value === 'number' && !Number.isFinite(value)) return `n${value}`;
  const json = JSON.stringify(value);
  return json === undefined ? 'u' : `j${json}`;
}

function decode(stored: string): unknown {
  const rest = stored.slice(1);
  switch (stored[0]) {
    case 'd':
      return new Date(Number(rest));
    case 'n':
      return Number(rest);
    case 'u':
      return undefined;
    default:
      return JSON.parse(rest);
  }
}

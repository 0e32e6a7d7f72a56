import assert from 'node:assert/strict';
import { find, updateMany } from 'mingo';
import {
  CloudError,
  type Document,
  encodeWire,
  type Filter,
  openStore,
  type Sort,
  type Store,
} from '../../../../../local/cloud/store/index';
import { index } from '../declare';
import { document } from './documents';
import { filter } from './filters';
import { compareBy, sortValue } from './order';
import { Random } from './random';
import { update } from './updates';

const INDEXES = [
  index('a_b', ['a', '-b']),
  index('b', ['b']),
  index('n_d', ['n', '-d']),
  index('s', ['-s']),
  index('m_n', ['m', 'n']),
  index('ox_a', ['o.x', 'a']),
  index('tags_n', ['tags', '-n']),
  index('k_v', ['items.k', 'items.v']),
  index('v', ['items.v']),
  index('set', ['set', 's']),
];
const SORTED = ['a', 'b', 'n', 's', 'd', 'o.x', '_id'];

export interface Tally {
  queries: number;
  updates: number;
  refused: number;
  plans: Record<string, number>;
}

/**
 * One round: the same documents in a store (with indexes or without) and in a plain list with mingo, and the same
 * generated reads and writes on both. Throws at the first difference, naming the seed.
 */
export function round(seed: number, steps: number, tally: Tally): void {
  const random = new Random(seed);
  const indexes = random.once(8) ? [] : INDEXES.filter(() => !random.once(4));
  const store = openStore({ file: ':memory:', scan: 'allow', collections: { c: { indexes } } });
  const model = new Model(store, random);
  try {
    for (let step = 0; step < steps; step++) {
      if (random.below(10) < 7) model.query(tally);
      else model.write(tally);
    }
  } catch (cause) {
    throw new Error(`seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  } finally {
    store.close();
  }
}

class Model {
  readonly #store: Store;
  readonly #random: Random;
  #documents: Document[] = [];
  /** The documents as texts, in order. */
  #texts: string[] = [];
  #nextId = 0;

  constructor(store: Store, random: Random) {
    this.#store = store;
    this.#random = random;
    for (let i = 0; i < 50; i++) this.#insert();
    this.#adopt();
  }

  query(tally: Tally): void {
    tally.queries++;
    const asked = filter(this.#random);
    const sort = this.#sort();
    const skip = this.#random.once(4) ? this.#random.below(5) : 0;
    const limit = this.#random.once(2) ? 1 + this.#random.below(10) : 1000;
    const matching = find<Document>(this.#documents, asked).all();
    const { documents, plan } = this.#store.find('c', asked, { sort, skip, limit });
    tally.plans[plan.kind] = (tally.plans[plan.kind] ?? 0) + 1;
    const question = `${encodeWire(asked)} sort ${JSON.stringify(sort)} skip ${skip} limit ${limit} by ${plan.index}`;
    assert.equal(documents.length, Math.max(0, Math.min(limit, matching.length - skip)), question);
    const known = new Map(matching.map((one) => [one._id, one]));
    for (const one of documents) assert.deepEqual(one, known.get(one._id), question);
    const expected = [...matching].sort(compareBy(sort)).slice(skip, skip + limit);
    assert.deepEqual(documents.map(keys(sort)), expected.map(keys(sort)), question);
    assert.equal(this.#store.count('c', asked).total, matching.length, `count ${question}`);
  }

  write(tally: Tally): void {
    tally.updates++;
    const kind = this.#random.below(12);
    if (kind === 0) {
      this.#insert();
      this.#adopt();
    } else if (kind === 1) this.#remove();
    else this.#update(tally);
  }

  #sort(): Sort {
    const sort: Sort = {};
    // The order among objects is the store's own, so nothing may be sorted beneath it.
    if (this.#random.once(6)) return { tags: this.#random.once(2) ? 1 : -1 };
    for (let i = this.#random.below(3); i > 0; i--) {
      sort[this.#random.pick(SORTED)] = this.#random.once(2) ? 1 : -1;
    }
    return sort;
  }

  #insert(): void {
    const made = document(this.#random, this.#nextId++);
    this.#store.insert('c', [made]);
  }

  #remove(): void {
    const asked: Filter = { ...filter(this.#random), _id: { $lt: this.#random.below(10) } };
    const matching = new Set(find<Document>(this.#documents, asked).all());
    const { deleted } = this.#store.remove('c', asked, { multi: true });
    assert.equal(deleted, matching.size, `remove ${encodeWire(asked)}`);
    this.#documents = this.#documents.filter((one) => !matching.has(one));
    for (let i = 0; i < deleted; i++) this.#insert();
    this.#adopt();
  }

  #update(tally: Tally): void {
    const multi = this.#random.once(3);
    const asked = multi ? filter(this.#random) : { _id: this.#random.below(this.#nextId) };
    const change = update(this.#random);
    const question = `${encodeWire(change)} where ${encodeWire(asked)}`;
    const before = this.#texts;
    try {
      const { updated } = this.#store.modify('c', asked, change, { multi, merge: true, upsert: false });
      updateMany(this.#documents, asked, change, { cloneMode: 'deep' });
      const expected = this.#documents.map(encodeWire);
      this.#adopt();
      assert.deepEqual(this.#texts, expected, question);
      assert.equal(updated, expected.filter((text, i) => text !== before[i]).length, `updated ${question}`);
    } catch (cause) {
      if (!(cause instanceof CloudError)) throw cause;
      tally.refused++;
      this.#adopt();
      if (!multi) assert.deepEqual(this.#texts, before, `refused, and yet changed: ${question}`);
    }
  }

  /**
   * Takes over what the store holds. After an update it is equal as text, but mingo leaves holes in arrays where
   * MongoDB writes null, and finds holes equal to anything.
   */
  #adopt(): void {
    this.#documents = this.#store.find('c', {}).documents;
    this.#texts = this.#documents.map(encodeWire);
  }
}

const keys = (sort: Sort) => (one: Document) =>
  Object.entries(sort).map(([field, direction]) => {
    const value = sortValue(one, field, direction) ?? null;
    return value?.constructor === Object ? 'an object' : encodeWire(value);
  });

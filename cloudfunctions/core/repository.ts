import type { Aggregate, AggregateDefinition } from './aggregate';
import { hasRid, wakeTime } from './aggregate';
import { type Command, classify, type Database } from './database';
import { sound, soundCondition } from './guard';
import { refuse } from './refusal';
import type { Settings } from './settings';
import { asUpdate, rows, updatedOf } from './stored';

/**
 * One aggregate, one document, one conditional write (DESIGN section 3). Five laws, kept here and
 * not by callers:
 *
 * 1. every write raises `version`;
 * 2. `_id` is always in the condition;
 * 3. undefined, empty and operator-shaped values never leave (`guard.ts`);
 * 4. never more than one document;
 * 5. the next document is written as a difference.
 */
export interface Repository<Doc extends Aggregate> {
  /** @throws NOT_FOUND */
  load(id: string): Promise<Doc>;
  find(id: string): Promise<Doc | null>;
  /** Those of these that there are, in the order asked for: one look at the database for all of them. */
  several(ids: readonly string[]): Promise<Map<string, Doc>>;
  list(query: ListQuery): Promise<Doc[]>;
  /** What `sweep` has to look at by now, longest due first. Not raised: one document that cannot be must not hide the others. */
  due(now: number, limit: number): Promise<Pick<Aggregate, '_id' | 'wakeAt'>[]>;
  count(condition: Condition): Promise<number>;
  /** How many there are of each kind, by expressions of an aggregation: one look for several counts. */
  tally<Key extends string>(
    condition: Condition,
    by: Readonly<Record<Key, unknown>>,
  ): Promise<{ of: Record<Key, unknown>; count: number }[]>;
  /** Idempotent: an `_id` that exists answers with the stored document. */
  create(doc: Doc): Promise<{ doc: Doc; created: boolean }>;
  /**
   * Versioned: load → decide → one update with `{_id, version}` → on no match decide again.
   * A replayed `rid` changes nothing. @throws NOT_FOUND, BUSY, or what `decide` refuses.
   */
  change(id: string, rid: string, decide: (doc: Doc) => Doc): Promise<{ doc: Doc; changed: boolean }>;
  /**
   * Guarded: the rule is the condition, so that in a stampede nobody retries. One attempt.
   *
   *   A: update where {seats.open > 0} ──► 1 updated (version 7 → 8)
   *   B: update where {seats.open > 0} ──► 0 updated ──► one read says why
   *   host: update where {version: 7}  ──► 0 updated ──► decides again on version 8
   */
  guarded(id: string, rid: string, guarded: GuardedWrite): Promise<boolean>;
}

export type Condition = Readonly<Record<string, unknown>>;

export interface ListQuery {
  where: Condition;
  /** One of these as well as `where`, each served by an index of its own. */
  either?: readonly Condition[];
  order?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  limit: number;
  /** Fields to leave out; the documents are then partial and must not be written back. */
  without?: readonly string[];
}

export interface GuardedWrite {
  /** Beside `_id` and the rid, which are always in it. */
  condition: Condition;
  /** SDK commands by field; `version` is raised by itself. */
  update: Readonly<Record<string, unknown>>;
}

export interface RepositoryContext {
  database: Database;
  settings: Settings;
  now(): number;
  /** Between 0 and 1. */
  random(): number;
  sleep(ms: number): Promise<void>;
}

const ATTEMPTS = 14;
/** Doubles up to this many ms; with jitter a stampede of 200 leaves room for a slow editor. */
const LONGEST_PAUSE = 160;

export function openRepository<Doc extends Aggregate>(
  definition: AggregateDefinition<Doc>,
  context: RepositoryContext,
): Repository<Doc> {
  const { database } = context;
  const _: Command = database.command;
  const collection = () => database.collection(definition.collection);

  const raise = (stored: Doc): Doc => {
    if (stored.schema > definition.schema)
      throw new Error(`${definition.collection}: a newer schema than this code`);
    return stored.schema < definition.schema && definition.upgrade ? definition.upgrade(stored) : stored;
  };

  const find = async (id: string): Promise<Doc | null> => {
    sound(id, '_id');
    const reply = await collection().doc(id).get();
    const [stored] = rows<Doc>(reply);
    return stored === undefined ? null : raise(stored);
  };

  const load = async (id: string): Promise<Doc> => (await find(id)) ?? refuse('NOT_FOUND');

  const write = async (condition: Condition, update: Record<string, unknown>): Promise<boolean> => {
    const reply = await collection().where(condition).options({ multiple: false }).update(update);
    return updatedOf(reply) === 1;
  };

  const pause = (attempt: number) =>
    context.sleep(Math.min(LONGEST_PAUSE, 4 * 2 ** attempt) * (0.5 + context.random() / 2));

  return {
    load,
    find,

    async several(ids) {
      const wanted = [...new Set(ids)];
      for (const id of wanted) sound(id, '_id');
      if (wanted.length === 0) return new Map();
      const reply = await collection()
        .where({ _id: _.in(wanted) })
        .limit(wanted.length)
        .get();
      const found = new Map(rows<Doc>(reply).map((doc) => [doc._id, raise(doc)]));
      return new Map(
        wanted.flatMap((id) => {
          const doc = found.get(id);
          return doc === undefined ? [] : [[id, doc]];
        }),
      );
    },

    async list({ where, either = [], order = [], limit, without = [] }) {
      for (const condition of [where, ...either]) soundCondition(condition);
      let query = collection().where(
        either.length === 0 ? where : _.or(either.map((one) => ({ ...where, ...one }))),
      );
      for (const [field, direction] of order) query = query.orderBy(field, direction);
      if (without.length > 0) query = query.field(Object.fromEntries(without.map((field) => [field, false])));
      return rows<Doc>(await query.limit(limit).get()).map(raise);
    },

    async due(now, limit) {
      const reply = await collection()
        .where({ wakeAt: _.lte(now) })
        .orderBy('wakeAt', 'asc')
        .field({ _id: true, wakeAt: true })
        .limit(limit)
        .get();
      return rows<Pick<Aggregate, '_id' | 'wakeAt'>>(reply);
    },

    async count(condition) {
      soundCondition(condition);
      const reply = await collection().where(condition).count();
      return typeof reply.total === 'number' ? reply.total : 0;
    },

    async tally(condition, by) {
      soundCondition(condition);
      const reply: { data?: unknown } = await collection()
        .aggregate()
        .match(condition)
        .group({ _id: by, count: _.aggregate.sum(1) })
        .end();
      // The group stage above makes rows of this shape and no other.
      return rows<{ _id: Record<keyof typeof by, unknown>; count: number }>(reply).map(
        ({ _id: of, count }) => ({ of, count }),
      );
    },

    async create(doc) {
      sound(doc, '');
      const fresh = { ...doc, wakeAt: wakeTime(definition.nextTimer(doc, context.settings), doc.effects) };
      try {
        await collection().add(fresh);
        return { doc: fresh, created: true };
      } catch (error) {
        const failure = classify(error);
        if (failure === 'broken') throw error;
        const stored = await find(doc._id);
        if (stored !== null)
          return { doc: stored, created: failure === 'uncertain' && sameBirth(stored, fresh) };
        throw error;
      }
    },

    async change(id, rid, decide) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const before = await load(id);
        if (hasRid(before, rid)) return { doc: before, changed: false };
        const decided = decide(before);
        if (decided === before) return { doc: before, changed: false };
        const after = seal(definition, decided, before.version + 1, context);
        const update = asUpdate(_, before, after);
        try {
          if (await write({ _id: id, version: before.version }, update)) return { doc: after, changed: true };
        } catch (error) {
          // It may have been written: the next round finds the rid, or decides again.
          const failure = classify(error);
          if (failure === 'broken') throw error;
          if (attempt >= 3) throw error;
        }
        await pause(attempt);
      }
      return refuse('BUSY');
    },

    async guarded(id, rid, { condition, update }) {
      sound(id, '_id');
      soundCondition(condition);
      const whole = { ...condition, _id: id, 'timeline.rid': _.neq(rid) };
      const raised = { ...update, version: _.inc(1), updatedAt: context.now() };
      try {
        return await write(whole, raised);
      } catch (error) {
        if (classify(error) !== 'uncertain') throw error;
        // Own commit is recognised by its rid; otherwise the same condition may be tried once more.
        return hasRid(await load(id), rid) ? true : write(whole, raised);
      }
    },
  };
}

function seal<Doc extends Aggregate>(
  definition: AggregateDefinition<Doc>,
  doc: Doc,
  version: number,
  context: RepositoryContext,
): Doc {
  const wakeAt = wakeTime(definition.nextTimer(doc, context.settings), doc.effects);
  return { ...doc, version, schema: definition.schema, updatedAt: context.now(), wakeAt };
}

function sameBirth(stored: Aggregate, fresh: Aggregate): boolean {
  return stored.version === fresh.version && stored.createdAt === fresh.createdAt;
}

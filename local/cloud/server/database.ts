import { DocumentLocked, invalidParam, queryFailed } from '../errors';
import { DATABASE_REPLY } from '../limits';
import { type Document, decodeWire, encodeWire, type Filter, type FindOptions } from '../store/index';
import { type Action, type Answer, optionalText, type Parameters, text } from './action';
import type { DatabaseParts } from './parts';

/** Rows when the caller states no limit, and the most there can be. */
const ROWS = 100;
const MOST_ROWS = 1_000;
/** Production lets a write wait for the transaction that holds its document. */
const LOCK_RETRY_MS = 10;
const LOCK_PATIENCE_MS = 5_000;

/** An object in canonical EJSON. @throws CloudError INVALID_PARAM */
function decodeObject(encoded: unknown, what: string, parts: DatabaseParts): Document {
  const value = typeof encoded === 'string' ? decodeWire(encoded, parts.clock.now()) : encoded;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidParam(`${what} must be an object`);
  }
  return { ...value };
}

function filterOf(parameters: Parameters, parts: DatabaseParts): Filter {
  const { query } = parameters;
  return query === undefined || query === '' ? {} : decodeObject(query, 'query', parts);
}

/** Changing everything needs a condition that says so. @throws CloudError INVALID_PARAM */
function requiredFilter(parameters: Parameters, parts: DatabaseParts): Filter {
  // Without a condition the SDK leaves an update's out and sends a removal's empty.
  if (parameters.query === undefined || parameters.query === '') throw invalidParam('query is required');
  return filterOf(parameters, parts);
}

function transactionOf(parameters: Parameters): { transaction?: string } {
  const transaction = optionalText(parameters, 'transactionId');
  return transaction === undefined ? {} : { transaction };
}

function rows(limit: unknown): number {
  return typeof limit === 'number' && limit > 0 ? Math.min(limit, MOST_ROWS) : ROWS;
}

/** @throws CloudError DATABASE_REQUEST_FAILED when the reply would be larger than production sends. */
function encodeAll(documents: Document[]): string[] {
  let size = 0;
  return documents.map((document) => {
    const encoded = encodeWire(document);
    size += encoded.length;
    if (size > DATABASE_REPLY) throw queryFailed(`the result is larger than ${DATABASE_REPLY} bytes`);
    return encoded;
  });
}

/** The write, or a promise of it while a transaction holds the document. */
async function whenUnlocked<T>(write: () => T, until: number): Promise<T> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
    try {
      return write();
    } catch (error) {
      if (!(error instanceof DocumentLocked) || performance.now() > until) throw error;
    }
  }
}

function unlocked<T>(write: () => T): T | Promise<T> {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof DocumentLocked)) throw error;
    return whenUnlocked(write, performance.now() + LOCK_PATIENCE_MS);
  }
}

const part = 'database';

function get(parameters: Parameters, parts: DatabaseParts): Answer {
  const { order, offset, projection, queryType, limit } = parameters;
  const most = queryType === 'DOC' ? 1 : rows(limit);
  const skip = typeof offset === 'number' && offset > 0 ? offset : 0;
  const options: FindOptions = { limit: most, skip, ...transactionOf(parameters) };
  // The SDK writes 1 or -1 only.
  if (order) options.sort = decodeObject(order, 'order', parts) as Record<string, 1 | -1>;
  if (projection) options.projection = decodeObject(projection, 'projection', parts);
  const found = parts.store.find(text(parameters, 'collectionName'), filterOf(parameters, parts), options);
  return {
    fields: { data: { list: encodeAll(found.documents) }, limit: most, offset: skip },
    plan: found.plan,
  };
}

async function modify(parameters: Parameters, parts: DatabaseParts): Promise<Answer> {
  const update = decodeObject(parameters.data, 'data', parts);
  const filter = requiredFilter(parameters, parts);
  const done = await unlocked(() =>
    parts.store.modify(text(parameters, 'collectionName'), filter, update, {
      multi: parameters.multi === true,
      merge: parameters.merge === true,
      upsert: parameters.upsert === true,
      ...transactionOf(parameters),
    }),
  );
  const data = { updated: done.updated, ...(done.upsertId !== undefined && { upsert_id: done.upsertId }) };
  return { fields: { data }, plan: done.plan };
}

async function modifyAndReturn(parameters: Parameters, parts: DatabaseParts): Promise<Answer> {
  const update = decodeObject(parameters.data, 'data', parts);
  const filter = requiredFilter(parameters, parts);
  const done = await unlocked(() =>
    parts.store.modify(text(parameters, 'collectionName'), filter, update, {
      multi: false,
      merge: true,
      upsert: false,
      returnDocument: true,
      ...transactionOf(parameters),
    }),
  );
  const doc = done.document === undefined ? undefined : encodeWire(done.document);
  return { fields: { data: { updated: done.updated, doc } }, plan: done.plan };
}

async function remove(parameters: Parameters, parts: DatabaseParts): Promise<Answer> {
  const filter = requiredFilter(parameters, parts);
  const multi = parameters.multi === true;
  const done = await unlocked(() =>
    parts.store.remove(text(parameters, 'collectionName'), filter, { multi, ...transactionOf(parameters) }),
  );
  return { fields: { data: { deleted: done.deleted } }, plan: done.plan };
}

async function insert(parameters: Parameters, parts: DatabaseParts): Promise<Answer> {
  const { data } = parameters;
  if (!Array.isArray(data)) throw invalidParam('data must be an array');
  const documents = data.map((encoded) => decodeObject(encoded, 'data', parts));
  const insertedIds = await unlocked(() =>
    parts.store.insert(text(parameters, 'collectionName'), documents, transactionOf(parameters)),
  );
  return { fields: { data: { insertedIds } } };
}

function aggregate(parameters: Parameters, parts: DatabaseParts): Answer {
  const { stages } = parameters;
  if (!Array.isArray(stages)) throw invalidParam('stages must be an array');
  const decoded = stages.map((stage: { stageKey?: unknown; stageValue?: unknown }) => {
    if (typeof stage.stageKey !== 'string' || typeof stage.stageValue !== 'string') {
      throw invalidParam('a stage needs stageKey and stageValue');
    }
    return { [stage.stageKey]: decodeWire(stage.stageValue, parts.clock.now()) };
  });
  const result = parts.store.aggregate(text(parameters, 'collectionName'), decoded);
  return { fields: { data: { list: encodeAll(result.documents) } }, plan: result.plan };
}

export const databaseActions: Record<string, Action<DatabaseParts>> = {
  'database.getDocument': { part, run: get },
  'database.insertDocument': { part, run: insert },
  'database.modifyDocument': { part, run: modify },
  'database.modifyAndReturnDoc': { part, run: modifyAndReturn },
  'database.removeDocument': { part, run: remove },
  'database.aggregateDocuments': { part, run: aggregate },
  'database.calculateDocument': {
    part,
    run(parameters, parts) {
      const { total, plan } = parts.store.count(
        text(parameters, 'collectionName'),
        filterOf(parameters, parts),
      );
      return { fields: { data: { total } }, plan };
    },
  },
  'database.addCollection': {
    part,
    run(parameters, parts) {
      parts.store.createCollection(text(parameters, 'collectionName'));
      return { fields: {} };
    },
  },
  'database.startTransaction': {
    part,
    run: (_parameters, parts) => ({ fields: { transactionId: parts.store.startTransaction() } }),
  },
  'database.commitTransaction': {
    part,
    run(parameters, parts) {
      parts.store.commitTransaction(text(parameters, 'transactionId'));
      return { fields: {} };
    },
  },
  'database.abortTransaction': {
    part,
    run(parameters, parts) {
      parts.store.abortTransaction(text(parameters, 'transactionId'));
      return { fields: {} };
    },
  },
};

/**
 * An error as CloudBase puts it on the wire: `{code, message}` of a reply with HTTP status 200.
 * `databaseCode` is MongoDB's own number, where the cause is MongoDB's; it is not sent.
 */
export class CloudError extends Error {
  readonly code: string;
  readonly databaseCode: number | undefined;

  constructor(code: string, message: string, databaseCode?: number) {
    super(message);
    this.name = 'CloudError';
    this.code = code;
    this.databaseCode = databaseCode;
  }
}

/** The store's own file cannot be used: damaged, foreign, from a newer version, or held by another process. */
export class StoreError extends CloudError {
  constructor(message: string) {
    super('LOCAL_STORE_UNUSABLE', message);
    this.name = 'StoreError';
  }
}

/**
 * A write outside of any transaction met a document that an open transaction has written.
 * Production lets such a write wait; the store cannot, so its caller may try again a little later.
 */
export class DocumentLocked extends CloudError {
  constructor() {
    super('DATABASE_TRANSACTION_CONFLICT', CONFLICT);
    this.name = 'DocumentLocked';
  }
}

/** How a duplicate key looks: production's documentation says a code of its own, its logs a message. */
export type DuplicateShape = 'code' | 'message';
/** The kind of write that failed; production names it in the message. */
export type WriteKind = 'Insert' | 'Update' | 'Remove';

const CONTACT = 'Please check your request, but if the problem persists, contact us.';
const CONFLICT = `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${CONTACT}`;

export const invalidParam = (message: string): CloudError =>
  new CloudError('INVALID_PARAM', `[InvalidParameter] ${message}`);

export const collectionNotExist = (name: string): CloudError =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${CONTACT}`,
  );

export const collectionExists = (name: string): CloudError =>
  new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceInUse] Table exist: ${name}. ${CONTACT}`);

export const collectionLimit = (limit: number): CloudError =>
  new CloudError(
    'DATABASE_COLLECTION_EXCEED_LIMIT',
    `[LimitExceeded] At most ${limit} collections. ${CONTACT}`,
  );

/** A read that MongoDB refuses: `message` is MongoDB's own sentence. */
export const queryFailed = (message: string, databaseCode = 2): CloudError =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation.Query] ${message}`, databaseCode);

/** A write that MongoDB refuses, in the shape in which production passes its sentence on. */
export const writeFailed = (kind: WriteKind, message: string, databaseCode: number): CloudError =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.${kind}] multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`,
    databaseCode,
  );

/** `key` is MongoDB's rendering of the fields, for example `{ phone: "1" }`. */
export function duplicateKey(
  shape: DuplicateShape,
  kind: WriteKind,
  at: { collection: string; index: string; key: string },
): CloudError {
  const sentence = `E11000 duplicate key error collection: ${at.collection} index: ${at.index} dup key: ${at.key}`;
  const failed = writeFailed(kind, sentence, 11000);
  return shape === 'message' ? failed : new CloudError('DATABASE_DUPLICATE_WRITE', failed.message, 11000);
}

export const transactionConflict = (): CloudError =>
  new CloudError('DATABASE_TRANSACTION_CONFLICT', CONFLICT, 112);

export const transactionNotExist = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${CONTACT}`,
    251,
  );

/** Production can do it, this stand-in cannot: never to be mistaken for production's own refusal. */
export const notSupported = (what: string): CloudError =>
  new CloudError(
    'LOCAL_NOT_SUPPORTED',
    `[LocalCloud.NotSupported] ${what} is not supported by this stand-in.`,
  );

/** A query that no declared index serves, where scanning is refused. */
export const scanRefused = (message: string): CloudError =>
  new CloudError('DATABASE_REQUEST_FAILED', `[LocalCloud.CollScan] ${message}`);

export const requestTooLarge = (what: string, bytes: number, limit: number): CloudError =>
  new CloudError(
    'EXCEED_REQUEST_SIZE_LIMIT',
    `[LimitExceeded] ${what}: ${bytes} bytes, at most ${limit} are allowed.`,
  );

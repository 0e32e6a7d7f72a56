import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { CloudError } from '../errors';

/** Cloud paths and file ids of one environment, and addresses that only this cloud can have signed. */
export class Addresses {
  readonly #key: Buffer;
  readonly #prefix: string;
  readonly #now: () => number;

  constructor(env: string, key: Buffer, now: () => number) {
    this.#key = createHash('sha256').update('storage').update(key).digest();
    // Production names a bucket by two letters in hexadecimal, the environment and the account.
    const letters = Buffer.from(env.slice(0, 2)).toString('hex');
    this.#prefix = `cloud://${env}.${letters}-${env}-1300000000/`;
    this.#now = now;
  }

  fileId(path: string): string {
    return `${this.#prefix}${path}`;
  }

  /** The cloud path of a file id; undefined when it belongs to another environment. */
  pathOf(fileId: string): string | undefined {
    return fileId.startsWith(this.#prefix) ? fileId.slice(this.#prefix.length) : undefined;
  }

  /** Query string that opens this path for this use until `seconds` from now, by the cloud's clock. */
  sign(use: 'put' | 'get', path: string, seconds: number): string {
    const until = Math.floor(this.#now() / 1_000) + seconds;
    return `sign=${this.#signature(use, path, until)}&t=${until}`;
  }

  /** What is wrong with a signed address; undefined when nothing is. */
  check(
    use: 'put' | 'get',
    path: string,
    query: URLSearchParams,
  ): 'SignatureDoesNotMatch' | 'RequestExpired' | undefined {
    const until = Number(query.get('t'));
    const given = Buffer.from(query.get('sign') ?? '');
    const right = Buffer.from(this.#signature(use, path, until));
    if (given.length !== right.length || !timingSafeEqual(given, right)) return 'SignatureDoesNotMatch';
    return this.#now() > until * 1_000 ? 'RequestExpired' : undefined;
  }

  #signature(use: string, path: string, until: number): string {
    return createHmac('sha256', this.#key).update(`${use}\n${path}\n${until}`).digest('hex');
  }
}

/**
 * A path that storage takes.
 * @throws CloudError STORAGE_SIGN_PARAM_INVALID for an empty, absolute or upward path, or one too long.
 */
export function checkedPath(path: unknown): string {
  const bad =
    typeof path !== 'string' ||
    path === '' ||
    path.startsWith('/') ||
    path.includes('//') ||
    path.split('/').some((part) => part === '..' || part === '.') ||
    Buffer.byteLength(path) > 850;
  if (bad) throw new CloudError('STORAGE_SIGN_PARAM_INVALID', `cloud path "${String(path)}" is not allowed`);
  return path;
}

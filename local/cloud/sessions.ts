import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Caller } from './types';

const NONCE = 12;
const TAG = 16;

/**
 * Tokens of the client gateway. A token says who is calling, sealed: whoever holds it can neither
 * read the openid in it (a real client never learns it) nor make one for somebody else.
 */
export class Sessions {
  readonly #key: Buffer;
  readonly #opened = new Map<string, Caller>();

  constructor(key: Buffer) {
    this.#key = createHash('sha256').update('session').update(key).digest();
  }

  issue(caller: Caller): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(caller), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Whom the token stands for; undefined when this cloud did not issue it. */
  open(token: string): Caller | undefined {
    const known = this.#opened.get(token);
    if (known) return known;
    const caller = this.#unseal(Buffer.from(token, 'base64url'));
    if (caller) this.#opened.set(token, caller);
    return caller;
  }

  #unseal(bytes: Buffer): Caller | undefined {
    if (bytes.length <= NONCE + TAG) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, NONCE));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    try {
      const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString();
      // Authenticated with a key of this cloud: only `issue` can have written it.
      return JSON.parse(text) as Caller;
    } catch {
      // A forged or foreign token is an ordinary case, not an error.
      return undefined;
    }
  }
}

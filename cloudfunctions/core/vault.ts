import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * L3 fields (phone, doorplate, health note; rules.md 4.2) at rest: AES-256-GCM, the key's id beside
 * the value so that keys can be rotated. Text form: `keyId.iv.tag.ciphertext`, base64url.
 */
export interface Vault {
  seal(plain: string): string;
  /** @throws when the value was altered or its key is gone: never a silent empty answer. */
  open(sealed: string): string;
  /** The same value under today's key: what is copied into a new document must not outlive a rotation. */
  renew(sealed: string): string;
  /** Keyed digest by which the desk finds a caller's number without listing numbers. */
  index(plain: string): string;
  /** MAC for rotating codes: 80 bits, base64url. */
  sign(text: string): string;
  signed(text: string, mac: string): boolean;
}

/** The ring of keys does not fit what is stored. Its code may be logged: it says nothing of any value. */
export class VaultError extends Error {
  readonly code: 'KEY_MISSING' | 'KEYS_WRONG';

  constructor(code: VaultError['code'], message: string) {
    super(message);
    this.name = 'VaultError';
    this.code = code;
  }
}

const CANARY = 'red-sesame';

/**
 * `keys`: `id:base64,id:base64`, the first one seals, all of them open. `pepper` keys the digests and
 * codes and outlives a rotation. `canary`: a value sealed earlier with one of the keys; a deployment
 * with wrong keys fails here, before anything is written with them.
 */
export function openVault(keys: string, pepper: string, canary: string | undefined): Vault {
  const ring = new Map(
    keys.split(',').map((pair) => {
      const [id = '', secret = ''] = pair.split(':');
      const key = Buffer.from(secret, 'base64');
      if (id === '' || key.length !== 32) throw new Error('RS_KEYS: each key is id:base64 of 32 bytes');
      return [id, key] as const;
    }),
  );
  const [first] = ring;
  if (first === undefined) throw new Error('RS_KEYS is empty');
  const [sealingId, sealingKey] = first;
  if (pepper.length < 16) throw new Error('RS_PEPPER: at least 16 characters');
  const derive = (purpose: string) => createHmac('sha256', pepper).update(purpose).digest();
  const indexKey = derive('index');
  const codeKey = derive('code');

  const vault: Vault = {
    seal(plain) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, iv);
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return [
        sealingId,
        iv.toString('base64url'),
        cipher.getAuthTag().toString('base64url'),
        text.toString('base64url'),
      ].join('.');
    },
    open(sealed) {
      const [id = '', iv = '', tag = '', text = ''] = sealed.split('.');
      const key = ring.get(id);
      if (key === undefined) throw new VaultError('KEY_MISSING', `no key ${id} in RS_KEYS`);
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'));
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString(
        'utf8',
      );
    },
    renew: (sealed) => (sealed.startsWith(`${sealingId}.`) ? sealed : vault.seal(vault.open(sealed))),
    index: (plain) => createHmac('sha256', indexKey).update(plain).digest('base64url'),
    sign: (text) => createHmac('sha256', codeKey).update(text).digest().subarray(0, 10).toString('base64url'),
    signed(text, mac) {
      const expected = Buffer.from(vault.sign(text));
      const given = Buffer.from(mac);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
  if (canary !== undefined && !opens(vault, canary))
    throw new VaultError('KEYS_WRONG', 'RS_CANARY does not open with RS_KEYS');
  return vault;
}

/** @throws KEY_MISSING: which key it wants is worth knowing */
function opens(vault: Vault, canary: string): boolean {
  try {
    return vault.open(canary) === CANARY;
  } catch (error) {
    if (error instanceof VaultError) throw error;
    // GCM's own refusal: another key under the same id, or a canary that was altered.
    return false;
  }
}

/** What goes into RS_CANARY when keys are made. */
export function canaryOf(vault: Vault): string {
  return vault.seal(CANARY);
}

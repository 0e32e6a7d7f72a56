import { createHash, randomBytes } from 'node:crypto';

/** Crockford's alphabet: no I, L, O, U, so that a code survives being read aloud (workflows 10.6). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function base32(bytes: Uint8Array, length: number): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return text;
}

/** A random id: 26 characters, 130 bits. */
export function randomId(): string {
  return base32(randomBytes(17), 26);
}

/**
 * The same parts give the same id, so that creating twice creates once (DESIGN section 3).
 * The parts are separated by a character that none of them holds.
 */
export function derivedId(kind: string, ...parts: string[]): string {
  const digest = createHash('sha256')
    .update([kind, ...parts].join('\u0000'))
    .digest();
  return base32(digest, 26);
}

/** Short code for paper and QR: `length - 1` characters and a check character (workflows 10.6). */
export function shortCode(kind: string, id: string, length: number): string {
  const body = derivedId(`code:${kind}`, id).slice(0, length - 1);
  return body + checkCharacter(body);
}

/** Whether the check character fits; lower case and the confusable letters are read kindly. */
export function readShortCode(text: string, length: number): string | null {
  const code = text.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  if (code.length !== length) return null;
  const body = code.slice(0, -1);
  return checkCharacter(body) === code.slice(-1) ? code : null;
}

function checkCharacter(body: string): string {
  let sum = 0;
  for (const [place, character] of [...body].entries())
    sum += (place + 1) * (ALPHABET.indexOf(character) + 1);
  return ALPHABET.charAt(sum % 31);
}

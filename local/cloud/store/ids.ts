import { randomBytes } from 'node:crypto';

let counter = randomBytes(3).readUIntBE(0, 3);

/** An id in the shape of production's: 32 hexadecimal digits, beginning with the second. */
export function newId(now: number): string {
  counter = (counter + 1) & 0xffffff;
  const seconds = (Math.floor(now / 1000) % 2 ** 32).toString(16).padStart(8, '0');
  return `${seconds}${randomBytes(9).toString('hex')}${counter.toString(16).padStart(6, '0')}`;
}

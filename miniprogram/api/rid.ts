const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Time and sixteen random letters: 83 bits within one millisecond of one person. */
export function ridFrom(now: number, random: () => number): string {
  let tail = '';
  while (tail.length < 16) tail += LETTERS.charAt(Math.floor(random() * LETTERS.length));
  return `${now.toString(36)}-${tail}`;
}

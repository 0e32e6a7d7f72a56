/** Shown wherever the seed or the operator has not said it yet. */
export const UNKNOWN = '待填写';

/** A fact that may be missing, for the screen. */
export function known(text: string | null | undefined): string {
  return text === null || text === undefined || text === '' ? UNKNOWN : text;
}

/** Characters as a person counts them: one emoji is one. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** At most `most` characters, the last one an ellipsis where something was cut. */
export function clip(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

/** Between two things said on one line; where the line ends there, it opens the next one and never hangs. */
const BETWEEN = ' ·\u00a0';

/** 党员夜校 · 源课堂: what is missing leaves no gap. */
export function joined(...parts: (string | null | undefined | false)[]): string {
  return parts
    .filter((part) => part !== null && part !== undefined && part !== false && part !== '')
    .join(BETWEEN);
}

/** A word that no line breaks in two, however large the letters. */
export function unbroken(word: string): string {
  return [...word].join('\u2060');
}

/** '还能写 12 个字' for the last fifth of the room (20 at most), '' while there is plenty. */
export function roomLeft(text: string, most: number): string {
  const left = most - lengthOf(text);
  if (left > Math.min(20, most / 5)) return '';
  return left >= 0 ? `还能写 ${left} 个字` : `多了 ${-left} 个字`;
}

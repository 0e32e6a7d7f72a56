/** Shown wherever the seed or the operator has not said it yet. */
export const UNKNOWN = '待填写';

/** A fact that may be missing, for the screen. */
export function known(text: string | null | undefined): string {
  return text === null || text === undefined || text === '' ? UNKNOWN : text;
}

/** The name of a place or a team, or what it is while the street has not named it: 社区（名称待填写）. */
export function named(kind: string, name: string | null): string {
  return name ?? `${kind}（名称${UNKNOWN}）`;
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

/** Between two things said on one line. The dot stays with what it follows: it never opens a line (GB/T 15834). */
const BETWEEN = '\u00a0· ';

/** 党员夜校 · 源课堂: what is missing leaves no gap. */
export function joined(...parts: (string | null | undefined | false)[]): string {
  return parts
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .map(steady)
    .join(BETWEEN);
}

/**
 * A sentence whose numbers keep what they count: no line ends between 3 and 个工作日, nor between a day and its hour,
 * nor between 编号 and the number.
 */
export function steady(text: string): string {
  return text
    .replace(/(\d) (?=[一-鿿])/g, '$1\u00a0')
    .replace(/(今天|昨天|明天|后天|周[一二三四五六日]|共|编号) (?=[\dA-Z])/g, '$1\u00a0');
}

/** A word that no line breaks in two, however large the letters. */
export function unbroken(word: string): string {
  return [...word.replace(/ /g, '\u00a0')].join('\u2060');
}

/** So many letters stand on one line of the narrowest phone in 特大. */
const ONE_LINE = 6;

/** “胸口疼”: a word that somebody said is not broken in two; a whole sentence may be. */
export function quoted(said: string): string {
  return `“${lengthOf(said) <= ONE_LINE ? unbroken(said) : said}”`;
}

/** '还能写 12 个字' for the last fifth of the room (20 at most), '' while there is plenty. */
export function roomLeft(text: string, most: number): string {
  const left = most - lengthOf(text);
  if (left > Math.min(20, most / 5)) return '';
  return left >= 0 ? `还能写 ${left} 个字` : `多了 ${-left} 个字`;
}

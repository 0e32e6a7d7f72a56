/** How wide some text is in mm, at a size in mm; the phone asks its canvas. */
export type Measure = (text: string, size: number, bold: boolean) => number;

/** Nothing begins a line with these, and nothing ends one with those. */
const CLOSING = '，。、；：？！）》”’…·,.;:?!)%℃';
const OPENING = '（《“‘(';

/**
 * Breaks text into lines of at most `width` mm: Chinese anywhere, Latin words and numbers as a whole where they
 * fit. A `\n` always breaks.
 */
export function wrapped(text: string, width: number, ofText: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, ofText));
}

function wrapParagraph(paragraph: string, width: number, ofText: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(paragraph, width, ofText)) {
    if (line === '' || ofText(line + piece) <= width) {
      line += piece;
      continue;
    }
    const [kept, carried] = breakBefore(line, piece);
    lines.push(kept.trimEnd());
    line = `${carried}${piece}`.trimStart();
  }
  return [...lines, line.trimEnd()];
}

/** What stays on the line and what goes down with the next piece, so that no line begins or ends badly. */
function breakBefore(line: string, next: string): [kept: string, carried: string] {
  const letters = Array.from(line);
  let carried = '';
  const badly = (): boolean =>
    CLOSING.includes((carried + next).charAt(0)) || OPENING.includes(last(letters));
  const splits = (): boolean => carried !== '' && WORD.test(carried.charAt(0)) && WORD.test(last(letters));
  while (letters.length > 1 && (badly() || splits())) carried = (letters.pop() ?? '') + carried;
  return letters.length > 1 ? [letters.join(''), carried] : [line, ''];
}

const WORD = /[A-Za-z0-9℃:–-]/;
const last = (letters: readonly string[]): string => letters[letters.length - 1] ?? ' ';

/** Words of Latin letters and digits in one piece, everything else character by character. */
function piecesOf(text: string, width: number, ofText: (text: string) => number): string[] {
  return (text.match(/[A-Za-z0-9℃:–-]+|\s+|[\s\S]/gu) ?? []).flatMap((piece) =>
    ofText(piece) <= width ? [piece] : Array.from(piece),
  );
}

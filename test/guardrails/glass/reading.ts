import { type Seen, scrollsSideways, short, type Text, upwards } from './seen';

/** Letters: large enough, dark enough, apart enough, whole (rules.md 4.9). */
export interface TextLimits {
  /** Smallest text, px. */
  text: number;
  /** Smallest text that is not a note or a second line, px. */
  main: number;
  /** Whether a list may end a title with an ellipsis: its own page has it whole. */
  ellipsis: boolean;
}

/** Lines of one text, from one to the next, in heights of its letters. */
const LEAST_LINE_HEIGHT = 1.3;

export function reading({ texts, width, view }: Seen, limits: TextLimits): string[] {
  return texts.flatMap((text) => [
    ...sizeOf(text, limits),
    ...contrastOf(text),
    ...linesOf(text),
    ...wholeOf(text, width, view, limits),
  ]);
}

/** Roles of the type scale that accompany what is read: 0.9 and 0.96 rem in the large sizes. */
function accompanies({ size }: Text): boolean {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return [0.9, 0.96].some((share) => Math.abs(size - share * root) < 0.2);
}

function sizeOf(text: Text, { text: least, main }: TextLimits): string[] {
  if (text.size < least) return [`text of ${text.size} px ${short(text.words)}`];
  if (text.size < main && !accompanies(text)) return [`main text of ${text.size} px ${short(text.words)}`];
  return [];
}

function linesOf({ lines, style, size, words }: Text): string[] {
  const tops = new Set(lines.map(({ top }) => Math.round(top)));
  if (tops.size < 2) return [];
  const high = style.lineHeight === 'normal' ? size * 1.2 : Number.parseFloat(style.lineHeight);
  return high / size < LEAST_LINE_HEIGHT - 0.005
    ? [`lines ${(high / size).toFixed(2)} apart ${short(words)}`]
    : [];
}

function wholeOf(
  { element, words, style, box }: Text,
  width: number,
  view: Element,
  { ellipsis }: TextLimits,
): string[] {
  const sideways = scrollsSideways(element, view);
  if ((box.right > width + 1 || box.left < -1) && !sideways) return [`text beyond the edge ${short(words)}`];
  const ends = upwards(element).find(
    (one) => getComputedStyle(one).textOverflow === 'ellipsis' && one.scrollWidth > one.clientWidth + 1,
  );
  const clamped = upwards(element).find(
    (one) =>
      getComputedStyle(one).webkitLineClamp !== 'none' &&
      getComputedStyle(one).webkitLineClamp !== '' &&
      one.scrollHeight > one.clientHeight + 2,
  );
  if (ends ?? clamped) return ellipsis ? [] : [`text ends in an ellipsis ${short(words)}`];
  const clip = upwards(element).find((one) => getComputedStyle(one).overflow !== 'visible');
  // What scrolls may hold more than it shows.
  if (clip === undefined || getComputedStyle(clip).overflow !== 'hidden' || sideways) return [];
  if (style.textOverflow === 'ellipsis') return [];
  const frame = clip.getBoundingClientRect();
  return box.right > frame.right + 2 || box.bottom > frame.bottom + 3 ? [`text cut off ${short(words)}`] : [];
}

function contrastOf({ element, style, size, words }: Text): string[] {
  const behind = ground(element);
  if (behind === null || element.closest('[disabled], [aria-disabled=true]') !== null) return [];
  const [a, b] = [luminance(colour(style.color)), luminance(behind)];
  const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  return contrast < (large ? 3 : 4.5) ? [`contrast ${contrast.toFixed(1)} ${short(words)}`] : [];
}

/** `null` where a picture or a gradient lies behind: that is looked at by eye. */
function ground(element: Element): number[] | null {
  for (const one of upwards(element)) {
    const style = getComputedStyle(one);
    if (style.backgroundImage !== 'none') return null;
    const parts = colour(style.backgroundColor);
    if ((parts[3] ?? 1) > 0.95) return parts;
    if ((parts[3] ?? 1) > 0.05) return null;
  }
  return [255, 255, 255];
}

function colour(text: string): number[] {
  return (text.match(/[\d.]+/g) ?? []).map(Number);
}

function luminance([r = 0, g = 0, b = 0]: readonly number[]): number {
  return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
}

function channel(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

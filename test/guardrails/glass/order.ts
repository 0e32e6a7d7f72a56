import { type Seen, short, shown, type Text } from './seen';

/** Ears: read one after the other it is what eyes read, pictures have words, and a page has a heading. */
export function order({ texts, view }: Seen): string[] {
  const found: string[] = [];
  texts.forEach((one, index) => {
    const next = texts[index + 1];
    if (next !== undefined && next.layer === one.layer && isBefore(next, one))
      found.push(`${short(next.words)} is read after ${short(one.words)} and stands before it`);
  });
  for (const image of view.querySelectorAll('image, canvas, video')) {
    const named = image.getAttribute('aria-label') ?? image.closest('[aria-label]')?.getAttribute('aria-label');
    if (shown(image) && image.closest('[aria-hidden=true], .phone-nav, .t-icon') === null && !named)
      found.push(`a picture without words: ${image.className}`);
  }
  return found;
}

/** Above and not a column to the right, or on the same line at the left. */
function isBefore({ box: next }: Text, { box: one }: Text): boolean {
  if (next.bottom <= one.top + 2) return next.left < one.right - 2;
  const sameLine = Math.min(next.bottom, one.bottom) - Math.max(next.top, one.top) > 4;
  return sameLine && next.right <= one.left + 2;
}

import { type Seen, short, shown, type Text } from './seen';

/** Not heard: marks between words, and what a label may say otherwise. */
const MARKS = /[\s，。、；：·•“”‘’（）()「」!?！？,.:;…—-]+/g;

/** Ears: read one after the other it is what eyes read, pictures have words, and a page has a heading. */
export function order({ texts, controls, view }: Seen): string[] {
  const found: string[] = [];
  texts.forEach((one, index) => {
    const next = texts[index + 1];
    if (next !== undefined && next.layer === one.layer && isBefore(next, one))
      found.push(`${short(next.words)} is read after ${short(one.words)} and stands before it`);
  });
  for (const image of view.querySelectorAll('wx-image, wx-canvas, wx-video')) {
    const named =
      image.getAttribute('aria-label') ?? image.closest('[aria-label]')?.getAttribute('aria-label');
    if (shown(image) && image.closest('[aria-hidden=true], .phone-nav, .t-icon') === null && !named)
      found.push(`a picture without words: ${image.className}`);
  }
  // A label is read instead of what is inside: what is shown there has to be in it.
  for (const { element, name } of controls) {
    if (!element.hasAttribute('aria-label') || /^(INPUT|TEXTAREA)$/i.test(element.tagName)) continue;
    const said = name.replace(MARKS, '');
    for (const { element: inner, words } of texts)
      if (element.contains(inner) && !said.includes(words.replace(MARKS, '')))
        found.push(`${short(words)} is shown and ${short(name)} is read`);
  }
  return found;
}

/** Above and not a column to the right, or on the same line at the left. */
function isBefore({ box: next }: Text, { box: one }: Text): boolean {
  if (next.bottom <= one.top + 2) return next.left < one.right - 2;
  const sameLine = Math.min(next.bottom, one.bottom) - Math.max(next.top, one.top) > 4;
  return sameLine && next.right <= one.left + 2;
}

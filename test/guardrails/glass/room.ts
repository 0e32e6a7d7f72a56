import { type Box, overlap, type Seen, short } from './seen';

/** Room: no words over others, nothing under the bar that stands at the lower edge, nothing wider than the glass. */
export function room({ texts, controls, scroller, view }: Seen): string[] {
  const found: string[] = [];
  texts.forEach((one, index) => {
    for (const two of texts.slice(index + 1))
      if (one.layer === two.layer && over(one.lines, two.lines))
        found.push(`${short(one.words)} lies over ${short(two.words)}`);
    // Words of a control go with it: `touching` has looked whether controls lie over each other.
    if (controls.some(({ element }) => element.contains(one.element))) return;
    for (const { box, layer, name } of controls)
      if (layer === one.layer && over(one.lines, [box]))
        found.push(`${short(one.words)} lies over what is pressed: ${short(name)}`);
  });
  if (scroller.scrollWidth > scroller.clientWidth + 1)
    found.push(`the page is ${scroller.scrollWidth - scroller.clientWidth} px wider than the glass`);

  // Scrolled to its end, the last words stand above every bar.
  const frame = scroller.getBoundingClientRect();
  const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  const bars = [...new Set(texts.map(({ layer }) => layer))].filter((layer) => layer !== view);
  for (const bar of bars.map((one) => one.getBoundingClientRect())) {
    if (bar.bottom < frame.bottom - 1 || bar.top < frame.top + frame.height / 2) continue;
    for (const { layer, lines, words } of texts)
      if (layer === view && Math.max(...lines.map(({ bottom }) => bottom)) - left > bar.top + 2)
        found.push(`${short(words)} stays under the bar`);
  }
  return found;
}

function over(some: readonly Box[], others: readonly Box[]): boolean {
  return some.some((one) => others.some((two) => overlap(one, two) > 2));
}

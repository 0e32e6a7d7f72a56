import { paintScroller } from './desk';
import type { Frame } from './frame';
import type { Conditions } from './host';
import type { Page } from './page';
import type { PhoneRouter } from './router';
import type { PageOrigin } from './touches';
import { cssLengths } from './units';

/** What the page on top decides beyond its own view: the root font size, the colour of the status bar. */
export function applyFront(page: Page, frame: Frame, conditions: Conditions): void {
  const { meta } = page;
  const size = meta.rootFontSize ?? '';
  document.documentElement.style.fontSize = size === 'system' ? `${conditions.fontSize}px` : cssLengths(size);
  const node = page.scroller.querySelector<HTMLElement>('wx-page');
  const style = cssLengths(meta.pageStyle ?? '');
  if (node && (node.getAttribute('style') ?? '') !== style) node.setAttribute('style', style);
  if (meta.backgroundColor !== undefined) page.web.style.backgroundColor = meta.backgroundColor;
  paintScroller(page);
  frame.glass.dataset.front = page.parts.navigation.front;
}

/** Where touches are measured from. */
export function originOf(router: PhoneRouter, frame: Frame): PageOrigin {
  const page = router.current();
  const { left, top } = (page?.web ?? frame.glass).getBoundingClientRect();
  return { left, top, scrollTop: page?.scroller.scrollTop ?? 0 };
}

/** Every page hears it, as all of them are resized. */
export function resizePages(router: PhoneRouter, size: { width: number; height: number }): void {
  for (const page of router.alive()) {
    page.parts.layout(size);
    const { clientWidth: windowWidth, clientHeight: windowHeight } = page.web;
    page.lifetime('resize', { windowWidth, windowHeight });
    page.call('onResize', { size: { windowWidth, windowHeight } });
  }
}

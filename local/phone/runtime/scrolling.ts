import type { Page } from './page';

/** onPageScroll and onReachBottom of a page. Returns the function that tells whether the bottom is near. */
export function watchScrolling(page: Page): void {
  const { scroller, config } = page;
  let nearBottom = false;
  scroller.addEventListener(
    'scroll',
    () => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      if (page.has('onPageScroll')) page.call('onPageScroll', { scrollTop });
      const near = scrollHeight - scrollTop - clientHeight <= config.reachBottom;
      // Once on arriving; again only after the page grew or was scrolled away.
      if (near && !nearBottom) page.call('onReachBottom');
      nearBottom = near;
    },
    { passive: true },
  );
}

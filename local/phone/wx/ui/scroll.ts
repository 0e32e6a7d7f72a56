import type { Host, OpenPage } from '../../runtime/host';
import { rectOf, selectNodes } from '../../runtime/query';
import { type Api, ApiFailure, asyncApis } from '../api';
import type { Kit } from '../kit';
import { number, text } from '../options';

/** wx.pageScrollTo. */
export function scrollApis({ host }: Kit): Api {
  return asyncApis(host, {
    async pageScrollTo(options) {
      const page = host.router.current();
      if (!page) throw new ApiFailure('no page is open');
      const target = targetOf(
        host,
        page,
        text(options, 'selector'),
        options.scrollTop,
        number(options, 'offsetTop', 0),
      );
      const duration = host.boot.automated ? 0 : number(options, 'duration', 300);
      await scroll(page.scroller, target, duration);
      return undefined;
    },
  });
}

function targetOf(
  host: Host,
  page: OpenPage,
  selector: string,
  scrollTop: unknown,
  offsetTop: number,
): number {
  if (selector === '') {
    if (typeof scrollTop !== 'number')
      throw new ApiFailure('parameter error: scrollTop or selector is needed');
    return scrollTop;
  }
  const [found] = selectNodes(host, page.instance, selector, false);
  if (!found) throw new ApiFailure(`can not find selector "${selector}"`);
  return page.scroller.scrollTop + rectOf(host, found).top + offsetTop;
}

/** Moves evenly eased over `duration` ms; resolves when it has arrived. */
function scroll(scroller: HTMLElement, target: number, duration: number): Promise<void> {
  const top = Math.max(0, Math.min(target, scroller.scrollHeight - scroller.clientHeight));
  const from = scroller.scrollTop;
  if (duration <= 0 || from === top) {
    scroller.scrollTop = top;
    return Promise.resolve();
  }
  const begin = performance.now();
  return new Promise((resolve) => {
    const step = (now: number): void => {
      const share = Math.min(1, (now - begin) / duration);
      scroller.scrollTop = from + (top - from) * (1 - (1 - share) ** 3);
      if (share < 1) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
}

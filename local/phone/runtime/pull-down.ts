import { division } from './frame';
import type { Page } from './page';

/** Page-level pull-down refresh: the dots above a page, by a finger, a mouse, or `wx.startPullDownRefresh`. */
export interface PullDown {
  start(): void;
  stop(): void;
  setTextStyle(style: 'dark' | 'light'): void;
}

/** Px that the page is held open while it refreshes; pulled further than this it begins to. */
const OPEN = 50;
const MOST = 120;

export function createPullDown(page: Page, automated: boolean): PullDown {
  const { web, scroller, config } = page;
  const dots = division('phone-pull-dots');
  dots.setAttribute('aria-hidden', 'true');
  dots.append(division('phone-pull-dot'), division('phone-pull-dot'), division('phone-pull-dot'));
  let refreshing = false;
  let startY: number | undefined;
  let pulled = 0;

  const move = (px: number, animated: boolean): void => {
    pulled = px;
    if (px > 0 && !dots.isConnected) web.prepend(dots);
    scroller.style.transition = animated && !automated ? 'margin-top 200ms' : '';
    // A margin, not a transform: a transform would hold fixed parts of the page in the scroller.
    scroller.style.marginTop = px === 0 ? '' : `${px}px`;
    dots.classList.toggle('phone-pull-dots--busy', refreshing);
    if (px === 0) dots.remove();
  };
  const start = (): void => {
    if (refreshing) return;
    refreshing = true;
    scroller.scrollTop = 0;
    move(OPEN, true);
    page.call('onPullDownRefresh');
  };
  const begin = (y: number): void => {
    startY = config.pullDown && !refreshing && scroller.scrollTop <= 0 ? y : undefined;
  };
  const pull = (y: number): void => {
    if (startY === undefined) return;
    const distance = y - startY;
    if (scroller.scrollTop > 0 || distance < 0) {
      if (pulled > 0) move(0, false);
      return;
    }
    move(Math.min(MOST, distance / 2), false);
  };
  const release = (): void => {
    if (startY === undefined) return;
    startY = undefined;
    if (pulled >= OPEN) start();
    else if (pulled > 0) move(0, true);
  };
  listen(web, begin, pull, release);
  const pullDown: PullDown = {
    start,
    stop() {
      if (!refreshing) return;
      refreshing = false;
      move(0, true);
    },
    setTextStyle(style) {
      dots.dataset.style = style;
    },
  };
  pullDown.setTextStyle(config.backgroundText);
  return pullDown;
}

function listen(
  web: HTMLElement,
  begin: (y: number) => void,
  pull: (y: number) => void,
  release: () => void,
): void {
  web.addEventListener('touchstart', (event) => begin(event.touches[0]?.clientY ?? 0), { passive: true });
  web.addEventListener('touchmove', (event) => pull(event.touches[0]?.clientY ?? 0), { passive: true });
  web.addEventListener('touchend', release);
  web.addEventListener('touchcancel', release);
  let pressed = false;
  web.addEventListener('mousedown', (event) => {
    pressed = event.button === 0;
    if (pressed) begin(event.clientY);
  });
  // The mouse may leave the page while it is held.
  const whilePressed = (act: (event: MouseEvent) => void) => (event: MouseEvent) => {
    if (pressed) act(event);
  };
  web.addEventListener(
    'mousemove',
    whilePressed((event) => pull(event.clientY)),
  );
  web.ownerDocument.addEventListener(
    'mouseup',
    whilePressed(() => {
      pressed = false;
      release();
    }),
    { signal: goneWith(web) },
  );
}

const ends = new WeakMap<HTMLElement, AbortController>();

function goneWith(web: HTMLElement): AbortSignal {
  const controller = ends.get(web) ?? new AbortController();
  ends.set(web, controller);
  return controller.signal;
}

/** Stops listening outside the page. */
export function forgetPullDown(page: Page): void {
  ends.get(page.web)?.abort();
}

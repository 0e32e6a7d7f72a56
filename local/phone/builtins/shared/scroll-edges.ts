/** The scroll events of a `<scroll-view>`: `scroll`, and arriving within a threshold of an end. */

interface Scrolled {
  readonly data: { readonly scrollX: boolean; readonly scrollY: boolean; readonly enhanced: boolean };
  readonly fire: (name: string, detail: unknown) => void;
}

interface Thresholds {
  /** CSS px from the beginning and the end. */
  upper(): number;
  lower(): number;
}

export function watchEdges({ data, fire }: Scrolled, scroller: HTMLElement, thresholds: Thresholds): void {
  let last = { top: 0, left: 0 };
  let near = { start: true, end: false };
  scroller.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollWidth, scrollHeight, clientWidth, clientHeight } = scroller;
    fire('scroll', {
      scrollTop,
      scrollLeft,
      scrollWidth,
      scrollHeight,
      deltaX: last.left - scrollLeft,
      deltaY: last.top - scrollTop,
    });
    const before = last;
    last = { top: scrollTop, left: scrollLeft };
    const vertical = data.scrollY;
    const [position, room] = vertical
      ? [scrollTop, scrollHeight - clientHeight]
      : [scrollLeft, scrollWidth - clientWidth];
    const forward = position > (vertical ? before.top : before.left);
    const now = { start: position <= thresholds.upper(), end: room - position <= thresholds.lower() };
    if (now.start && !near.start && !forward) fire('scrolltoupper', { direction: vertical ? 'top' : 'left' });
    if (now.end && !near.end && forward) fire('scrolltolower', { direction: vertical ? 'bottom' : 'right' });
    near = now;
  });
  watchDragging({ data, fire }, scroller);
}

/** `dragstart`, `dragging` and `dragend` of an enhanced scroll-view. */
function watchDragging({ data, fire }: Scrolled, scroller: HTMLElement): void {
  let dragging = false;
  const detail = () => ({ scrollTop: scroller.scrollTop, scrollLeft: scroller.scrollLeft });
  scroller.addEventListener(
    'touchmove',
    () => {
      if (!data.enhanced) return;
      fire(dragging ? 'dragging' : 'dragstart', detail());
      dragging = true;
    },
    { passive: true },
  );
  for (const type of ['touchend', 'touchcancel']) {
    scroller.addEventListener(type, () => {
      if (dragging) fire('dragend', { ...detail(), velocity: { x: 0, y: 0 } });
      dragging = false;
    });
  }
}

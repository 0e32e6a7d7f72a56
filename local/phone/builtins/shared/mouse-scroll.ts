import { type DragEnd, type DragMove, onDrag } from './drag.js';

/** Per frame at 60 Hz; a thrown page comes to rest within a second. */
const FRICTION = 0.94;
const SLOWEST = 0.02;

/** A mouse drags what scrolls, as a finger does: pages, scroll-views, lists of dialogs. */
export function scrollByMouse(frame: HTMLElement): void {
  let target: HTMLElement | undefined;
  let pressed: Element | undefined;
  let before: DragMove | undefined;
  let coasting = 0;
  frame.addEventListener(
    'mousedown',
    (event) => {
      cancelAnimationFrame(coasting);
      pressed = event.target instanceof Element ? event.target : undefined;
    },
    { capture: true },
  );
  onDrag(
    frame,
    {
      axis: () => (pressed && isDraggable(pressed) ? 'both' : 'none'),
      accept(move) {
        target = pressed && scrollable(pressed, frame, move);
        return target !== undefined;
      },
      start: () => {
        before = undefined;
        // Snapping and smooth scrolling would fight with the hand.
        target?.style.setProperty('scroll-behavior', 'auto');
      },
      move(move) {
        const from = before ?? { dx: 0, dy: 0 };
        target?.scrollBy(from.dx - move.dx, from.dy - move.dy);
        before = move;
      },
      end(end) {
        const scroller = target;
        target = undefined;
        scroller?.style.removeProperty('scroll-behavior');
        preventClick(frame);
        if (scroller && !end.cancelled) coast(scroller, end);
      },
    },
    'mouse',
  );

  function coast(scroller: HTMLElement, { vx, vy }: DragEnd): void {
    let [speedX, speedY] = [vx, vy];
    let last = performance.now();
    const step = (now: number): void => {
      const ms = now - last;
      last = now;
      scroller.scrollBy(-speedX * ms, -speedY * ms);
      speedX *= FRICTION;
      speedY *= FRICTION;
      if (Math.hypot(speedX, speedY) > SLOWEST) coasting = requestAnimationFrame(step);
    };
    coasting = requestAnimationFrame(step);
  }
}

/** Text that can be marked is marked with the mouse. */
function isDraggable(target: Element): boolean {
  return target.closest('input, textarea, [contenteditable], [phone-selectable]') === null;
}

/** The innermost element that can still scroll the way the mouse goes. */
function scrollable(from: Element, frame: HTMLElement, { dx, dy }: DragMove): HTMLElement | undefined {
  const vertical = Math.abs(dy) >= Math.abs(dx);
  for (let at: Element | null = from; at && at !== frame; at = at.parentElement) {
    if (at instanceof HTMLElement && canScroll(at, vertical ? -dy : -dx, vertical)) return at;
  }
  return undefined;
}

function canScroll(dom: HTMLElement, by: number, vertical: boolean): boolean {
  const [position, room] = vertical
    ? [dom.scrollTop, dom.scrollHeight - dom.clientHeight]
    : [dom.scrollLeft, dom.scrollWidth - dom.clientWidth];
  if (room <= 0 || (by < 0 ? position <= 0 : position >= room - 1)) return false;
  const { overflowX, overflowY } = getComputedStyle(dom);
  return /auto|scroll/.test(vertical ? overflowY : overflowX);
}

/** Letting go at the end of a drag is no click. */
function preventClick(frame: HTMLElement): void {
  const stop = (event: Event): void => {
    event.stopPropagation();
    event.preventDefault();
  };
  frame.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => frame.removeEventListener('click', stop, { capture: true }));
}

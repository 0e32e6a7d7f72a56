/**
 * A finger or the mouse's button that moves. One gesture belongs to one element: the innermost that wants its
 * direction takes it, and what lies further out then leaves it alone.
 */

export interface DragMove {
  /** CSS px since the beginning. */
  readonly dx: number;
  readonly dy: number;
  /** Where it is now, in client coordinates. */
  readonly x: number;
  readonly y: number;
}

export interface DragEnd extends DragMove {
  /** CSS px in a millisecond, over the last moments. */
  readonly vx: number;
  readonly vy: number;
  readonly cancelled: boolean;
}

export interface DragHandlers {
  /** Which movement is wanted. `any` takes the gesture at once. */
  axis(): 'x' | 'y' | 'both' | 'any' | 'none';
  /** Last word before the gesture is taken; `false` leaves it to others. */
  accept?(move: DragMove): boolean;
  down?(x: number, y: number): void;
  start?(x: number, y: number): void;
  move(move: DragMove): void;
  end(end: DragEnd): void;
}

/** CSS px that a finger may tremble before it counts as moving. */
const SLOP = 5;
/** Milliseconds of movement that make the speed at the end. */
const RECENT = 100;

/** Who took the gesture that is under way. */
let owner: object | undefined;

/** Listens on `dom` until the returned function is called. `pointer` leaves fingers to the browser. */
export function onDrag(
  dom: HTMLElement,
  handlers: DragHandlers,
  pointer: 'any' | 'mouse' = 'any',
): () => void {
  const session = new DragSession(handlers);
  const touchStart = (event: TouchEvent): void => {
    const touch = event.changedTouches[0];
    if (touch && event.touches.length === 1) session.begin(touch.clientX, touch.clientY);
  };
  const touchMove = (event: TouchEvent): void => {
    const touch = event.touches[0];
    if (touch && session.proceed(touch.clientX, touch.clientY) && event.cancelable) event.preventDefault();
  };
  const touchEnd = (event: TouchEvent): void => session.finish(event.type === 'touchcancel');
  const mouseMove = (event: MouseEvent): void => {
    session.proceed(event.clientX, event.clientY);
  };
  const mouseUp = (): void => {
    window.removeEventListener('mousemove', mouseMove);
    window.removeEventListener('mouseup', mouseUp);
    session.finish(false);
  };
  const mouseDown = (event: MouseEvent): void => {
    if (event.button !== 0 || afterTouch(event)) return;
    session.begin(event.clientX, event.clientY);
    window.addEventListener('mousemove', mouseMove);
    window.addEventListener('mouseup', mouseUp);
  };
  if (pointer === 'any') {
    dom.addEventListener('touchstart', touchStart, { passive: true });
    dom.addEventListener('touchmove', touchMove, { passive: false });
    dom.addEventListener('touchend', touchEnd);
    dom.addEventListener('touchcancel', touchEnd);
  }
  dom.addEventListener('mousedown', mouseDown);
  return () => {
    window.removeEventListener('mousemove', mouseMove);
    window.removeEventListener('mouseup', mouseUp);
    session.finish(true);
  };
}

/** Browsers repeat a touch as mouse events for pages that know no touch. */
function afterTouch(event: MouseEvent): boolean {
  const { sourceCapabilities } = event as { sourceCapabilities?: { firesTouchEvents: boolean } | null };
  return sourceCapabilities?.firesTouchEvents === true;
}

class DragSession {
  private origin: { x: number; y: number } | undefined;
  private taken = false;
  private trail: { x: number; y: number; at: number }[] = [];

  constructor(private readonly handlers: DragHandlers) {}

  begin(x: number, y: number): void {
    if (this.handlers.axis() === 'none') return;
    this.origin = { x, y };
    this.taken = false;
    this.trail = [{ x, y, at: performance.now() }];
    this.handlers.down?.(x, y);
    if (this.handlers.axis() === 'any' && owner === undefined) this.take(x, y);
  }

  /** True when this element follows the gesture. */
  proceed(x: number, y: number): boolean {
    if (!this.origin) return false;
    const move = this.moveTo(x, y);
    if (!this.taken) {
      if (owner !== undefined || !this.wants(move)) return false;
      this.take(x, y);
    }
    this.trail.push({ x, y, at: performance.now() });
    this.handlers.move(move);
    return true;
  }

  finish(cancelled: boolean): void {
    if (!this.origin) return;
    const last = this.trail.at(-1) ?? { ...this.origin, at: 0 };
    const move = this.moveTo(last.x, last.y);
    const taken = this.taken;
    const speed = this.speed();
    this.origin = undefined;
    this.taken = false;
    if (!taken) return;
    if (owner === this) owner = undefined;
    this.handlers.end({ ...move, ...speed, cancelled });
  }

  private take(x: number, y: number): void {
    owner = this;
    this.taken = true;
    this.handlers.start?.(x, y);
  }

  private wants(move: DragMove): boolean {
    const [across, along] = [Math.abs(move.dx), Math.abs(move.dy)];
    if (Math.max(across, along) < SLOP) return false;
    const axis = this.handlers.axis();
    if (axis === 'x' && across <= along) return false;
    if (axis === 'y' && along <= across) return false;
    return this.handlers.accept?.(move) ?? true;
  }

  private moveTo(x: number, y: number): DragMove {
    const from = this.origin ?? { x, y };
    return { dx: x - from.x, dy: y - from.y, x, y };
  }

  private speed(): { vx: number; vy: number } {
    const now = performance.now();
    const recent = this.trail.filter((point) => now - point.at < RECENT);
    const [first, last] = [recent[0], recent.at(-1)];
    if (!first || !last || last.at - first.at < 1) return { vx: 0, vy: 0 };
    return { vx: (last.x - first.x) / (last.at - first.at), vy: (last.y - first.y) / (last.at - first.at) };
  }
}

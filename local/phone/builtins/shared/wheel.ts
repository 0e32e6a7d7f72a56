import { clamp } from './dom.js';
import { onDrag } from './drag.js';

/** A column of rows that turns behind a window, as pickers have it. Rows are counted from 0. */
export interface Wheel {
  readonly index: number;
  /** Turns to a row without telling. */
  show(index: number): void;
  /** The rows or their height changed. */
  refresh(): void;
}

export interface WheelSetting {
  /** The window; takes the finger, the mouse's wheel and the keys. */
  dom: HTMLElement;
  /** What holds the rows and moves. */
  content: HTMLElement;
  count(): number;
  /** CSS px. */
  rowHeight(): number;
  /** What a screen reader says of a row. */
  label(index: number): string;
  /** Cuts the motion. */
  still: boolean;
  started?(): void;
  /** Came to rest on another or the same row after a person turned it. */
  settled(index: number): void;
}

const TURN_MS = 240;
/** How many ms of its speed a flick turns on. */
const COAST_MS = 180;
/** CSS px of a mouse wheel that turn one row. */
const WHEEL_STEP = 40;

export function createWheel(setting: WheelSetting): { wheel: Wheel; release: () => void } {
  const { dom, content, still } = setting;
  let index = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wheeled = 0;

  const place = (row: number, animated: boolean): void => {
    const height = setting.rowHeight();
    const top = (dom.clientHeight - height) / 2 - row * height;
    content.style.transition =
      animated && !still ? `transform ${TURN_MS}ms cubic-bezier(.2, .7, .3, 1)` : 'none';
    content.style.transform = `translateY(${top}px)`;
  };
  const describe = (): void => {
    dom.setAttribute('aria-valuenow', String(index));
    dom.setAttribute('aria-valuemin', '0');
    dom.setAttribute('aria-valuemax', String(Math.max(0, setting.count() - 1)));
    dom.setAttribute('aria-valuetext', setting.count() > 0 ? setting.label(index) : '');
  };
  const within = (row: number): number => clamp(Math.round(row), 0, Math.max(0, setting.count() - 1));
  const show = (to: number): void => {
    index = within(to);
    place(index, false);
    describe();
  };
  /** A person turned it to here. */
  const turn = (to: number): void => {
    clearTimeout(timer);
    index = within(to);
    place(index, true);
    describe();
    const at = index;
    timer = setTimeout(() => setting.settled(at), still ? 0 : TURN_MS);
  };

  let moved = false;
  const stop = onDrag(dom, {
    axis: () => 'y',
    down: () => {
      moved = false;
    },
    start: () => {
      moved = true;
      clearTimeout(timer);
      setting.started?.();
    },
    move: ({ dy }) => place(index - resisted(dy / setting.rowHeight(), index, setting.count()), false),
    end: ({ dy, vy }) => turn(index - (dy + vy * COAST_MS) / setting.rowHeight()),
  });
  dom.addEventListener('click', ({ clientY }) => {
    if (moved) return;
    const { top, height } = dom.getBoundingClientRect();
    const rows = Math.round((clientY - top - height / 2) / setting.rowHeight());
    if (rows !== 0) turnBy(rows);
  });
  const turnBy = (rows: number): void => {
    setting.started?.();
    turn(index + rows);
  };
  dom.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      wheeled += event.deltaY;
      const rows = Math.trunc(wheeled / WHEEL_STEP);
      if (rows === 0) return;
      wheeled -= rows * WHEEL_STEP;
      turnBy(rows);
    },
    { passive: false },
  );
  dom.addEventListener('keydown', (event) => {
    const rows = rowsOf(event.key, setting.count());
    if (rows === undefined) return;
    event.preventDefault();
    turnBy(rows);
  });
  dom.setAttribute('role', 'spinbutton');
  dom.setAttribute('tabindex', '0');
  // Its height is known only when it is laid out.
  const size = new ResizeObserver(() => place(index, false));
  size.observe(dom);
  return {
    wheel: {
      get index() {
        return index;
      },
      show,
      refresh: () => show(index),
    },
    release: () => {
      stop();
      size.disconnect();
      clearTimeout(timer);
    },
  };
}

/** Beyond the first and last row a wheel gives way only a little. */
function resisted(rows: number, index: number, count: number): number {
  const target = index - rows;
  if (target < 0) return index - target / 3;
  const last = Math.max(0, count - 1);
  return target > last ? index - (last + (target - last) / 3) : rows;
}

function rowsOf(key: string, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return 5;
    case 'PageUp':
      return -5;
    case 'Home':
      return -count;
    case 'End':
      return count;
    default:
      return undefined;
  }
}

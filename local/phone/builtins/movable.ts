import { elementOf } from '../runtime/easel.js';
import { builtIn, numberOr } from './shared/define.js';
import { clamp } from './shared/dom.js';
import { onDrag } from './shared/drag.js';
import { onPinch } from './shared/pinch.js';
import { register } from './shared/registry.js';

interface Movable {
  readonly dom: HTMLElement;
  readonly data: { readonly scale: boolean };
  pinch(factor: number, finished: boolean): void;
}

const movables = new WeakMap<object, Movable>();

/** https://developers.weixin.qq.com/miniprogram/dev/component/movable-area.html */
export const movableArea = builtIn('movable-area', { scaleArea: false }, (self) => {
  const { dom, data } = self;
  self.onDetach(
    onPinch(dom, (factor, finished) => {
      if (!data.scaleArea) return;
      const view = elementOf(dom.querySelector('wx-movable-view'));
      if (view) movables.get(view)?.pinch(factor, finished);
    }),
  );
  return undefined;
});

const properties = {
  direction: 'none',
  inertia: false,
  outOfBounds: false,
  x: null,
  y: null,
  damping: 20,
  friction: 2,
  disabled: false,
  scale: false,
  scaleMin: 0.1,
  scaleMax: 10,
  scaleValue: 1,
  animation: true,
};

type Source = 'touch' | 'touch-out-of-bounds' | 'out-of-bounds' | 'friction' | '';

/** Milliseconds that a throw with `inertia` goes on, at friction 2. */
const COAST_MS = 300;
const MOVE_MS = 300;

/** https://developers.weixin.qq.com/miniprogram/dev/component/movable-view.html */
export const movableView = builtIn('movable-view', properties, (self) => {
  const { component, dom, data, host } = self;
  const at = { x: 0, y: 0, scale: 1 };
  let from = { x: 0, y: 0 };

  /** How far it may go inside its area; an area that is smaller than the view lets it hang out on both sides. */
  const bounds = (): { left: number; right: number; top: number; bottom: number } => {
    const area = dom.closest<HTMLElement>('wx-movable-area') ?? host.frame;
    const grown = { x: (dom.offsetWidth * (at.scale - 1)) / 2, y: (dom.offsetHeight * (at.scale - 1)) / 2 };
    const room = {
      x: area.clientWidth - dom.offsetWidth - dom.offsetLeft - grown.x,
      y: area.clientHeight - dom.offsetHeight - dom.offsetTop - grown.y,
    };
    const start = { x: grown.x - dom.offsetLeft, y: grown.y - dom.offsetTop };
    return {
      left: Math.min(start.x, room.x),
      right: Math.max(start.x, room.x),
      top: Math.min(start.y, room.y),
      bottom: Math.max(start.y, room.y),
    };
  };
  const place = (x: number, y: number, source: Source, animated: boolean): void => {
    const moved = x !== at.x || y !== at.y;
    Object.assign(at, { x, y });
    dom.style.transition =
      animated && data.animation && !host.boot.automated ? `transform ${MOVE_MS}ms ease-out` : 'none';
    dom.style.transform = `translate(${x}px, ${y}px) scale(${at.scale})`;
    if (moved) self.fire('change', { x: round(x), y: round(y), source });
  };
  const inside = (x: number, y: number): { x: number; y: number } => {
    const { left, right, top, bottom } = bounds();
    return { x: clamp(x, left, right), y: clamp(y, top, bottom) };
  };
  const fromPage = (): void => {
    if (!dom.isConnected) return;
    const to = inside(numberOr(data.x, at.x), numberOr(data.y, at.y));
    place(to.x, to.y, '', true);
  };
  const follows = {
    x: () => /^(all|horizontal)$/.test(data.direction),
    y: () => /^(all|vertical)$/.test(data.direction),
  };
  let announced = false;
  self.onDetach(
    onDrag(dom, {
      axis: () => {
        if (data.disabled) return 'none';
        if (data.direction === 'all') return 'both';
        return follows.x() ? 'x' : follows.y() ? 'y' : 'none';
      },
      start: () => {
        from = { x: at.x, y: at.y };
        announced = false;
      },
      move: ({ dx, dy }) => {
        if (!announced)
          self.fire(Math.abs(dx) >= Math.abs(dy) ? 'htouchmove' : 'vtouchmove', {}, { bubbles: true });
        announced = true;
        const wanted = { x: from.x + (follows.x() ? dx : 0), y: from.y + (follows.y() ? dy : 0) };
        const allowed = inside(wanted.x, wanted.y);
        const outside = allowed.x !== wanted.x || allowed.y !== wanted.y;
        if (!outside || !data.outOfBounds) return place(allowed.x, allowed.y, 'touch', false);
        // Beyond the edge it gives way to half of the finger's movement.
        place((allowed.x + wanted.x) / 2, (allowed.y + wanted.y) / 2, 'touch-out-of-bounds', false);
      },
      end: ({ vx, vy, cancelled }) => {
        const coast = data.inertia && !cancelled ? (COAST_MS * 2) / Math.max(data.friction, 0.1) : 0;
        const to = inside(at.x + (follows.x() ? vx * coast : 0), at.y + (follows.y() ? vy * coast : 0));
        if (to.x !== at.x || to.y !== at.y) place(to.x, to.y, coast > 0 ? 'friction' : 'out-of-bounds', true);
      },
    }),
  );

  let scaleBefore = 1;
  const scaleTo = (scale: number): void => {
    at.scale = clamp(scale, Math.max(data.scaleMin, 0.1), Math.min(data.scaleMax, 10));
    const to = inside(at.x, at.y);
    place(to.x, to.y, '', false);
    self.fire('scale', { x: round(at.x), y: round(at.y), scale: at.scale });
  };
  const movable: Movable = {
    dom,
    data,
    pinch(factor, finished) {
      if (!data.scale || data.disabled) return;
      scaleTo(scaleBefore * factor);
      if (finished) scaleBefore = at.scale;
    },
  };
  movables.set(component, movable);
  self.onDetach(onPinch(dom, movable.pinch));
  register.operations(component, {
    'movable-view.moveTo': (x, y) => {
      const to = inside(Number(x), Number(y));
      place(to.x, to.y, '', false);
    },
  });
  const setScale = (): void => {
    if (!data.scale || !dom.isConnected) return;
    scaleTo(data.scaleValue);
    scaleBefore = at.scale;
  };
  return {
    changed: { x: fromPage, y: fromPage, scaleValue: setScale },
    attached: () =>
      requestAnimationFrame(() => {
        fromPage();
        if (data.scaleValue !== 1) setScale();
      }),
  };
});

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

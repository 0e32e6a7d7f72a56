import {
  builtinName,
  domOf,
  type Element,
  elementOf,
  type GeneralComponent,
  isComponent,
} from '../../runtime/easel.js';
import { numberOr } from './define.js';

/** Attributes of the elements that show that they are pressed (view, button, navigator). Times in ms. */
export const hoverProperties = (hoverClass: string, startTime: number, stayTime: number) => ({
  hoverClass,
  hoverStartTime: startTime,
  hoverStayTime: stayTime,
  hoverStopPropagation: false,
});

interface Hoverable {
  /** One class or several, as in `class`. */
  readonly hoverClass: string;
  readonly hoverStartTime: number;
  readonly hoverStayTime: number;
  readonly hoverStopPropagation: boolean;
}

/** CSS px that a finger may move before the press counts as scrolling. */
const SLOP = 10;
/** The segment of an element's classes that WeChat's framework keeps for short-lived ones. */
const CLASS_SEGMENT = 2;

/** Shows and takes away hover classes for everything inside `frame`. */
export function watchHover(frame: HTMLElement): void {
  let from = { x: 0, y: 0 };
  let release: (() => void)[] = [];
  const finish = (): void => {
    for (const end of release.splice(0)) end();
  };
  const down = (x: number, y: number, target: EventTarget | null): void => {
    finish();
    from = { x, y };
    release = pressed(target).map(press);
  };
  const move = (x: number, y: number): void => {
    if (Math.abs(x - from.x) > SLOP || Math.abs(y - from.y) > SLOP) finish();
  };
  let lastTouch = Number.NEGATIVE_INFINITY;
  const options = { capture: true, passive: true };
  frame.addEventListener(
    'touchstart',
    (event) => {
      lastTouch = event.timeStamp;
      const touch = event.touches[0];
      if (touch) down(touch.clientX, touch.clientY, event.target);
    },
    options,
  );
  frame.addEventListener(
    'touchmove',
    ({ touches: [touch] }) => touch && move(touch.clientX, touch.clientY),
    options,
  );
  for (const type of ['touchend', 'touchcancel']) frame.addEventListener(type, finish, options);
  frame.addEventListener(
    'mousedown',
    (event) => {
      // Browsers repeat a touch as mouse events within a moment.
      if (event.button === 0 && event.timeStamp - lastTouch > 800)
        down(event.clientX, event.clientY, event.target);
    },
    options,
  );
  window.addEventListener(
    'mousemove',
    (event) => release.length > 0 && move(event.clientX, event.clientY),
    options,
  );
  window.addEventListener('mouseup', finish, options);
  frame.addEventListener('scroll', finish, options);
}

/** The elements under a finger that want a hover class, up to one that stops the others. */
function pressed(target: EventTarget | null): { component: GeneralComponent; data: Hoverable }[] {
  const found: { component: GeneralComponent; data: Hoverable }[] = [];
  let at: Element | undefined = elementOf(target);
  while (at) {
    const data = isComponent(at) ? hoverOf(at) : undefined;
    if (data && isComponent(at) && data.hoverClass !== '' && data.hoverClass !== 'none') {
      found.push({ component: at, data });
    }
    if (data?.hoverStopPropagation) break;
    at = elementOf(domOf(at)?.parentNode ?? null);
  }
  return found;
}

/** What a built-in element that can hover was told; undefined for others and while it is disabled. */
function hoverOf(component: GeneralComponent): Hoverable | undefined {
  if (builtinName(component) === undefined || !('hoverClass' in component.data) || component.data.disabled)
    return undefined;
  const { hoverClass, hoverStartTime, hoverStayTime, hoverStopPropagation } = component.data;
  return {
    hoverClass: String(hoverClass ?? ''),
    hoverStartTime: numberOr(hoverStartTime, 0),
    hoverStayTime: numberOr(hoverStayTime, 0),
    hoverStopPropagation: Boolean(hoverStopPropagation),
  };
}

/** Shows the class after the start time; the returned function takes it away after the stay time. */
function press({ component, data }: { component: GeneralComponent; data: Hoverable }): () => void {
  const { hoverStartTime, hoverStayTime } = data;
  const classes = data.hoverClass.split(/\s+/).filter((name) => name !== '');
  let shown = false;
  const toggle = (on: boolean): void => {
    shown = on;
    for (const name of classes) component.toggleNodeClass(name, on, CLASS_SEGMENT);
    domOf(component)?.toggleAttribute('phone-pressed', on);
  };
  const timer = setTimeout(() => toggle(true), hoverStartTime);
  return () => {
    clearTimeout(timer);
    if (shown) setTimeout(() => toggle(false), hoverStayTime);
  };
}

import { type PageOrigin, type TouchPoint, touchPoint } from './touches';

/** WeChat's limits: a finger that moved further is no tap, one that stays longer presses long. */
const TAP_DISTANCE = 10;
const LONG_PRESS_MS = 350;
/** Browsers send mouse events after a touch, for pages that know no touches. */
const EMULATED_MOUSE_MS = 800;

export interface GestureSinks {
  origin(): PageOrigin;
  /** Delivers an event to the mini program. True when a listener wants the browser's own action not to happen. */
  deliver(
    type: string,
    from: Event,
    target: EventTarget,
    detail: object,
    touches: TouchPoint[],
    changed: TouchPoint[],
  ): boolean;
  /** Whether somebody on the way up listens for a long press: then it is no tap. */
  hearsLongPress(target: EventTarget): boolean;
}

interface Press {
  target: EventTarget;
  x: number;
  y: number;
  moved: boolean;
  long: boolean;
  timer: ReturnType<typeof setTimeout>;
}

/** Turns the browser's touches, and a mouse as one finger, into WeChat's touch events, taps and long presses. */
export function listenToGestures(glass: HTMLElement, sinks: GestureSinks): void {
  const recognizer = new Recognizer(sinks);
  let lastTouch = Number.NEGATIVE_INFINITY;
  const onTouch = (phase: Phase) => (event: TouchEvent) => {
    lastTouch = event.timeStamp;
    if (event.target === null) return;
    const origin = sinks.origin();
    const points = (list: TouchList): TouchPoint[] =>
      Array.from(list, (touch) => touchPoint(touch, touch.identifier, origin));
    recognizer.on(phase, event, event.target, points(event.touches), points(event.changedTouches));
  };
  for (const phase of ['start', 'move', 'end', 'cancel'] as const) {
    glass.addEventListener(`touch${phase}`, onTouch(phase), { capture: true, passive: false });
  }
  listenToMouse(glass, sinks, recognizer, (event) => event.timeStamp - lastTouch < EMULATED_MOUSE_MS);
}

function listenToMouse(
  glass: HTMLElement,
  sinks: GestureSinks,
  recognizer: Recognizer,
  isEmulated: (event: MouseEvent) => boolean,
): void {
  let pressed: EventTarget | null = null;
  const point = (event: MouseEvent): TouchPoint[] => [touchPoint(event, 0, sinks.origin())];
  glass.addEventListener(
    'mousedown',
    (event) => {
      if (event.button !== 0 || isEmulated(event)) return;
      pressed = event.target;
      if (pressed) recognizer.on('start', event, pressed, point(event), point(event));
    },
    { capture: true },
  );
  window.addEventListener(
    'mousemove',
    (event) => {
      if (pressed) recognizer.on('move', event, pressed, point(event), point(event));
    },
    { capture: true },
  );
  window.addEventListener(
    'mouseup',
    (event) => {
      const target = pressed;
      pressed = null;
      if (target) recognizer.on('end', event, target, [], point(event));
    },
    { capture: true },
  );
}

type Phase = 'start' | 'move' | 'end' | 'cancel';

class Recognizer {
  private press: Press | undefined;

  constructor(private readonly sinks: GestureSinks) {}

  on(phase: Phase, event: Event, target: EventTarget, touches: TouchPoint[], changed: TouchPoint[]): void {
    const [point] = changed;
    if (point === undefined) return;
    const prevented = this.sinks.deliver(`touch${phase}`, event, target, {}, touches, changed);
    // Only a move's default (scrolling) is taken away by a catching listener; a prevented start or end would
    // also take focus and selection, which WeChat leaves alone.
    if (phase === 'move' && prevented && event.cancelable) event.preventDefault();
    if (phase === 'start') this.begin(event, target, touches, changed, point);
    else if (phase === 'move') this.move(point);
    else this.finish(phase, event, changed);
  }

  private begin(
    event: Event,
    target: EventTarget,
    touches: TouchPoint[],
    changed: TouchPoint[],
    point: TouchPoint,
  ): void {
    if (this.press) clearTimeout(this.press.timer);
    const press: Press = {
      target,
      x: point.clientX,
      y: point.clientY,
      moved: touches.length > 1,
      long: false,
      timer: setTimeout(() => this.holdOn(press, event, touches, changed), LONG_PRESS_MS),
    };
    this.press = press;
  }

  private holdOn(press: Press, event: Event, touches: TouchPoint[], changed: TouchPoint[]): void {
    if (press.moved || this.press !== press) return;
    press.long = this.sinks.hearsLongPress(press.target);
    for (const type of ['longpress', 'longtap']) {
      this.sinks.deliver(type, event, press.target, { x: press.x, y: press.y }, touches, changed);
    }
  }

  private move(point: TouchPoint): void {
    const { press } = this;
    if (!press) return;
    press.moved ||=
      Math.abs(point.clientX - press.x) > TAP_DISTANCE || Math.abs(point.clientY - press.y) > TAP_DISTANCE;
  }

  private finish(phase: Phase, event: Event, changed: TouchPoint[]): void {
    const { press } = this;
    this.press = undefined;
    if (!press) return;
    clearTimeout(press.timer);
    if (phase === 'cancel' || press.moved || press.long) return;
    this.sinks.deliver('tap', event, press.target, { x: press.x, y: press.y }, changed, changed);
  }
}

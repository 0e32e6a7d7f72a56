import { domOf, type Element, elementOf, glassEasel } from './easel';
import type { TouchPoint } from './touches';

/** Animations and transitions: the browser's events that WeChat passes on, bubbling. */
const PASSED_ON = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const;

/** What a mini program sees as `event.target`: the node's id and data, and where it is. */
export interface EventTargetView {
  id: string;
  dataset: Record<string, unknown>;
  offsetLeft: number;
  offsetTop: number;
}

export interface WrappedEvent {
  type: string;
  timeStamp: number;
  detail: unknown;
  target: EventTargetView;
  currentTarget: EventTargetView;
  mark: Record<string, unknown> | null;
  touches?: TouchPoint[];
  changedTouches?: TouchPoint[];
}

/** The node on which the running listener was bound; WXS asks for it. */
const boundOn = new WeakMap<object, Element>();

export function nodeOfEvent(event: object): Element | undefined {
  return boundOn.get(event);
}

/** Sends an event into the page from where it happened. True when a listener prevented the browser's action. */
export function deliver(
  type: string,
  from: Event,
  target: EventTarget,
  detail: object,
  touches: TouchPoint[],
  changed: TouchPoint[],
): boolean {
  const element = elementOf(target);
  if (!element) return false;
  const event = new glassEasel.Event(type, detail, {
    originalEvent: from,
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { touches, changedTouches: changed },
  });
  glassEasel.Event.dispatchEvent(element, event);
  return event.defaultPrevented();
}

export function passOnAnimations(glass: HTMLElement): void {
  for (const type of PASSED_ON) {
    glass.addEventListener(
      type,
      (event) => {
        // Only of nodes of the page: what moves inside a built-in is not the page's business.
        if (!(event.target instanceof HTMLElement) || !('__wxElement' in event.target)) return;
        deliver(type, event, event.target, { elapsedTime: event.elapsedTime }, [], []);
      },
      { capture: true },
    );
  }
}

/** Gives listeners the shape of WeChat's events instead of the framework's own. Call once. */
export function shapeEvents(): void {
  glassEasel.Event.prototype.wrapShadowedEvent = function wrap(target, mark, current) {
    const event: WrappedEvent = Object.create(this);
    const currentNode = nodeOf(current);
    // Own members: what a mini program copies or prints of an event must contain them.
    event.type = this.type;
    event.timeStamp = this.timeStamp;
    event.target = viewOf(nodeOf(target));
    event.currentTarget = viewOf(currentNode);
    event.mark = mark;
    event.detail = this.detail;
    const { touches, changedTouches } = this.extraFields ?? {};
    if (touches) Object.assign(event, { touches, changedTouches });
    boundOn.set(event, currentNode);
    // The framework's type says target is its Element; mini programs are given WeChat's view of it.
    return event as unknown as ReturnType<glassEasel.Event<unknown>['wrapShadowedEvent']>;
  };
}

/** The framework passes a component's `this` where it has one. */
function nodeOf(caller: unknown): Element {
  const inner = typeof caller === 'object' && caller !== null && '_$' in caller ? caller._$ : undefined;
  // `_$` of a method caller is its component.
  return (inner ?? caller) as Element;
}

function viewOf(element: Element): EventTargetView {
  const dom = domOf(element);
  return {
    id: element.id,
    dataset: { ...element.dataset },
    // Measured when somebody asks: measuring on every move of a finger would be felt.
    get offsetLeft() {
      return dom?.offsetLeft ?? 0;
    },
    get offsetTop() {
      return dom?.offsetTop ?? 0;
    },
  };
}

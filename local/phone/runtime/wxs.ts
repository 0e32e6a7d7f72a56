import { adapterComponent, domOf, type Element, fire, glassEasel, isComponent } from './easel';
import { nodeOfEvent } from './events';
import type { Problem } from './host';
import { describeError } from './problems';

/**
 * What WXS modules meet in a page: its globals, `change:prop` listeners, and event handlers that run in WXS
 * with a `ComponentDescriptor` for the nodes they touch.
 */
export interface ComponentDescriptor {
  selectComponent(selector: string): ComponentDescriptor | null;
  selectAllComponents(selector: string): ComponentDescriptor[];
  setStyle(style: string | Record<string, string | number>): ComponentDescriptor;
  addClass(name: string): ComponentDescriptor;
  removeClass(name: string): ComponentDescriptor;
  hasClass(name: string): boolean;
  getDataset(): Record<string, unknown>;
  callMethod(name: string, argument?: unknown): void;
  requestAnimationFrame(callback: FrameRequestCallback): number;
  getState(): Record<string, unknown>;
  triggerEvent(name: string, detail?: unknown, options?: Parameters<typeof fire>[3]): void;
  getComputedStyle(names: string[]): Record<string, string>;
  getBoundingClientRect(): {
    left: number;
    top: number;
    right: number;
    bottom: number;
    width: number;
    height: number;
  };
  setTimeout(callback: () => void, ms: number): number;
  clearTimeout(id: number): void;
}

type ChangeListener = (
  now: unknown,
  before: unknown,
  owner: ComponentDescriptor | null,
  self: ComponentDescriptor | null,
) => void;
type EventHandler = (event: object, owner?: ComponentDescriptor | null) => unknown;

/** The style segment that the framework keeps for temporary styles: WXS wins over the template's. */
const WXS_SEGMENT = 3;

/** Puts WXS's globals and the two hooks of the compiled templates in place. Call before templates run. */
export function installWxs(report: (problem: Problem) => void): void {
  Object.assign(globalThis, {
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    getDate: (...args: unknown[]) => Reflect.construct(Date, args),
    __wxsConstructor: constructorName,
    __wxsChange: (listener: ChangeListener) => onChange(listener, report),
    __wxsEvent: onEvent,
  });
}

/** In WXS `x.constructor` is the name of the type. A member of that name in an object is not the type. */
function constructorName(value: unknown): unknown {
  if (value === null || value === undefined)
    throw new TypeError(`Cannot read property 'constructor' of ${value}`);
  if (typeof value === 'object' && Object.hasOwn(value, 'constructor'))
    return Reflect.get(value, 'constructor');
  return /^\[object (\w+)\]$/.exec(Object.prototype.toString.call(value))?.[1];
}

/** Called after the nodes of this update exist: what a listener selects may be created after its property is set. */
function onChange(listener: ChangeListener, report: (problem: Problem) => void) {
  return (now: unknown, before: unknown, host: unknown, element: Element): void => {
    queueMicrotask(() => {
      try {
        listener(now, before, describe(nodeOf(host)), describe(element));
      } catch (error) {
        const { message, stack } = describeError(error);
        report({ kind: 'wxs', message: `change listener: ${message}`, ...(stack ? { stack } : {}) });
      }
    });
  };
}

/**
 * The compiler says where a handler is from only for a plain `{{module.name}}`; for `{{off || module.name}}`
 * it is told apart by not being a method of the component.
 */
function onEvent(caller: unknown, event: object, listener: EventHandler): unknown {
  const host = nodeOf(caller);
  if (isMethod(host, listener)) return listener.call(caller, event);
  const forWxs = Object.create(event);
  forWxs.instance = describe(nodeOfEvent(event));
  return listener.call(null, forWxs, describe(host));
}

function isMethod(host: Element | undefined, listener: EventHandler): boolean {
  if (!isComponent(host)) return true;
  const methods = host.getComponentDefinition().behavior.getMethods();
  if (Object.values(methods).includes(listener)) return true;
  const caller = host.getMethodCaller();
  return typeof caller === 'object' && caller !== null && Object.values(caller).includes(listener);
}

function nodeOf(caller: unknown): Element | undefined {
  if (caller instanceof adapterComponent.ComponentCaller) return caller._$;
  return glassEasel.Element.isElement(caller) ? caller : undefined;
}

const described = new WeakMap<Element, ComponentDescriptor>();

/** One descriptor for each node for as long as it lives: its state stays with it. */
export function describe(element: Element | undefined): ComponentDescriptor | null {
  if (!element) return null;
  const known = described.get(element);
  if (known) return known;
  const made = createDescriptor(element);
  described.set(element, made);
  return made;
}

function createDescriptor(element: Element): ComponentDescriptor {
  const state: Record<string, unknown> = {};
  const styles = new Map<string, string>();
  const inside = () => (isComponent(element) ? element.getShadowRoot() : null);
  const measured = (): Element | HTMLElement | undefined => domOf(element);
  const descriptor: ComponentDescriptor = {
    selectComponent: (selector) => describe(inside()?.querySelector(selector) ?? undefined),
    selectAllComponents: (selector) =>
      (inside()?.querySelectorAll(selector) ?? []).map(describe).filter((one) => one !== null),
    setStyle(style) {
      if (typeof style === 'string') element.setNodeStyle(style, WXS_SEGMENT);
      else {
        for (const [name, value] of Object.entries(style)) styles.set(dashed(name), String(value));
        element.setNodeStyle([...styles].map(([name, value]) => `${name}:${value}`).join(';'), WXS_SEGMENT);
      }
      return descriptor;
    },
    addClass(name) {
      element.toggleNodeClass(name, true, WXS_SEGMENT);
      return descriptor;
    },
    removeClass(name) {
      element.toggleNodeClass(name, false, WXS_SEGMENT);
      return descriptor;
    },
    hasClass: (name) => element.classList?.contains(name) ?? false,
    getDataset: () => element.dataset,
    callMethod(name, argument) {
      const caller: unknown = isComponent(element) ? element.getMethodCaller() : undefined;
      const method: unknown =
        typeof caller === 'object' && caller !== null ? Reflect.get(caller, name) : undefined;
      if (typeof method !== 'function')
        throw new Error(`callMethod: "${name}" is not a method of the component`);
      method.call(caller, argument);
    },
    requestAnimationFrame: (callback) => requestAnimationFrame(callback),
    getState: () => state,
    triggerEvent: (name, detail, options) => fire(element, name, detail ?? {}, options ?? {}),
    getComputedStyle(names) {
      const dom = domOf(element);
      const computed = dom ? getComputedStyle(dom) : undefined;
      return Object.fromEntries(names.map((name) => [name, computed?.getPropertyValue(dashed(name)) ?? '']));
    },
    getBoundingClientRect() {
      const dom = measured();
      const rect = dom instanceof HTMLElement ? dom.getBoundingClientRect() : new DOMRect();
      const { left, top, right, bottom, width, height } = rect;
      return { left, top, right, bottom, width, height };
    },
    setTimeout: (callback, ms) => window.setTimeout(callback, ms),
    clearTimeout: (id) => window.clearTimeout(id),
  };
  return descriptor;
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

import {
  adapterComponent,
  domOf,
  type Element,
  type GeneralComponent,
  glassEasel,
  isComponent,
} from './easel';
import type { Host } from './host';

/** Which facts `fields` asks for; names as WeChat documents them. */
export interface Fields {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  context?: boolean;
  node?: boolean;
  ref?: boolean;
}

export type Facts = Record<string, unknown>;
/** The component that was given as `this`, or the page on top. */
export function scopeOf(host: Host, scope: unknown): GeneralComponent | undefined {
  const caller = scope instanceof adapterComponent.ComponentCaller ? scope : host.router.current()?.instance;
  return caller instanceof adapterComponent.ComponentCaller ? caller._$ : undefined;
}

/** Nodes inside a component, or inside the page on top; `>>>` reaches into components. */
export function selectNodes(host: Host, scope: unknown, selector: string, all: boolean): Element[] {
  const root = scopeOf(host, scope)?.getShadowRoot();
  if (!root) return [];
  if (all) return root.querySelectorAll(selector);
  const found = root.querySelector(selector);
  return found ? [found] : [];
}

/** Rectangles are measured from the page's upper left corner, as a page's web view does. */
export function rectOf(host: Host, element: Element): DOMRect {
  const origin = originOf(host);
  const box = boxOf(element) ?? new DOMRect(origin.left, origin.top, 0, 0);
  return new DOMRect(box.left - origin.left, box.top - origin.top, box.width, box.height);
}

/** A component with a virtual host has no box of its own: it is as large as what is in it. */
export function boxOf(element: Element): DOMRect | undefined {
  const dom = domOf(element);
  if (dom) return dom.getBoundingClientRect();
  const inside = isComponent(element) ? (element.getShadowRoot() ?? element) : element;
  let union: DOMRect | undefined;
  for (const child of inside.childNodes) {
    const box = glassEasel.Element.isElement(child) ? boxOf(child) : undefined;
    if (box) union = union ? unionOf(union, box) : box;
  }
  return union;
}

function unionOf(a: DOMRect, b: DOMRect): DOMRect {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top);
}

function originOf(host: Host): { left: number; top: number } {
  return (host.router.current()?.web ?? host.frame).getBoundingClientRect();
}

/** What a query asked about one node. */
export function factsOf(host: Host, element: Element, fields: Fields): Facts {
  const facts: Facts = {};
  const dom = domOf(element);
  if (fields.id) facts.id = element.id;
  if (fields.dataset) facts.dataset = { ...element.dataset };
  if (fields.mark) facts.mark = element.collectMarks();
  if (fields.rect || fields.size) {
    const { left, top, right, bottom, width, height } = rectOf(host, element);
    if (fields.rect) Object.assign(facts, { left, top, right, bottom });
    if (fields.size) Object.assign(facts, { width, height });
  }
  if (fields.scrollOffset) Object.assign(facts, scrollOffsetOf(dom));
  for (const name of fields.properties ?? []) facts[name] = propertyOf(element, name);
  const computed = fields.computedStyle && dom ? getComputedStyle(dom) : undefined;
  for (const name of fields.computedStyle ?? []) facts[name] = computed?.getPropertyValue(dashed(name)) ?? '';
  if (fields.node) facts.node = fromBuiltin(element, 'getNode');
  if (fields.context) facts.context = fromBuiltin(element, 'getContext');
  if (fields.ref) host.report({ kind: 'wx', message: 'SelectorQuery ref is not supported by this phone' });
  return facts;
}

function scrollOffsetOf(dom: HTMLElement | undefined): Facts {
  const scroller = dom?.querySelector<HTMLElement>(':scope > [data-scroller]') ?? dom;
  return {
    scrollLeft: scroller?.scrollLeft ?? 0,
    scrollTop: scroller?.scrollTop ?? 0,
    scrollWidth: scroller?.scrollWidth ?? 0,
    scrollHeight: scroller?.scrollHeight ?? 0,
  };
}

function propertyOf(element: Element, name: string): unknown {
  // Component data is whatever the mini program put there.
  return isComponent(element) ? (element.data as Record<string, unknown>)[name] : undefined;
}

/** `<canvas>`, `<video>`, `<scroll-view>` … answer for themselves with a method of this name. */
function fromBuiltin(element: Element, method: 'getNode' | 'getContext'): unknown {
  const caller: unknown = isComponent(element) ? element.getMethodCaller() : undefined;
  const answer: unknown =
    typeof caller === 'object' && caller !== null ? Reflect.get(caller, method) : undefined;
  return typeof answer === 'function' ? answer.call(caller) : null;
}

/** What `selectViewport` answers. */
export function viewportFacts(host: Host): Facts {
  const page = host.router.current();
  const { clientWidth: width, clientHeight: height } = page?.scroller ?? host.frame;
  return {
    id: '',
    dataset: {},
    left: 0,
    top: 0,
    right: width,
    bottom: height,
    width,
    height,
    ...scrollOffsetOf(page?.scroller),
  };
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

import {
  adapterComponent,
  builtinName,
  domOf,
  type Element,
  type GeneralComponent,
  glassEasel,
  isComponent,
  type Node,
} from '../../phone/runtime/easel';
import type { Host, OpenPage } from '../../phone/runtime/host';
import { type Params, text } from './params';

export function hostOf(): Host {
  return window.__phone.host;
}

/** The page that a message is about. Throws when it was closed. */
export function pageOf(params: Params): OpenPage {
  const page = hostOf()
    .router.stack()
    .find(({ id }) => id === params.pageId);
  if (!page) throw new Error('page destroyed');
  return page;
}

/** The page as a node: its WXML is in its shadow tree. */
export function componentOf(page: OpenPage): GeneralComponent {
  const { instance } = page;
  // What page code sees as `this` is made by the adapter, which the phone's own type does not tell.
  const caller: unknown = instance;
  if (!(caller instanceof adapterComponent.ComponentCaller)) throw new Error('page destroyed');
  return caller._$.general();
}

const ids = new WeakMap<Element, string>();
const known = new Map<string, Element>();
let lastId = 0;

/** How a node is described to the client: the same node always has the same id. */
export function describe(element: Element): { elementId: string; tagName: string; nodeId?: string } {
  let id = ids.get(element);
  if (id === undefined) {
    lastId += 1;
    id = `element-${lastId}`;
    ids.set(element, id);
    known.set(id, element);
  }
  const tagName = tagOf(element);
  return { elementId: id, tagName, ...(isCustom(element) && tagName !== 'page' ? { nodeId: id } : {}) };
}

/** The node that a message is about. Throws when it left its page: what it would answer is no longer true. */
export function elementOfParams(params: Params): Element {
  const id = text(params, 'elementId');
  const element = known.get(id);
  if (!element || !glassEasel.Element.isAttached(element)) {
    known.delete(id);
    throw new Error('element destroyed: it was removed from its page');
  }
  return element;
}

export function tagOf(element: Element): string {
  if (!isComponent(element)) return element.asNativeNode()?.is ?? '';
  const { instance } = hostOf().router.current() ?? {};
  const caller: unknown = instance;
  if (caller instanceof adapterComponent.ComponentCaller && caller._$ === element) return 'page';
  return builtinName(element) ?? element.tagName;
}

/** A component of the mini program's own, not one of WeChat's. */
export function isCustom(element: Element): element is GeneralComponent {
  return isComponent(element) && builtinName(element) === undefined;
}

/** The DOM of a node; a component with a virtual host has that of what is in it. */
export function domsOf(element: Element): HTMLElement[] {
  const dom = domOf(element);
  if (dom) return [dom];
  const inside = isComponent(element) ? (element.getShadowRoot()?.childNodes ?? []) : [];
  return [...inside, ...element.childNodes].flatMap((child: Node) => {
    const below = child.asElement();
    return below ? domsOf(below) : [];
  });
}

/** An attribute as WXML writes it (`data-id`, `aria-role`, `class`), else of the DOM; null when there is none. */
export function attributeOf(element: Element, name: string): string | null {
  if (name === 'class') return element.class;
  if (name === 'id') return element.id === '' ? null : element.id;
  if (name.startsWith('data-')) return written(element.dataset[camel(name.slice('data-'.length))]);
  const property = camel(name);
  if (isComponent(element) && glassEasel.Component.hasProperty(element, property)) {
    return written(Reflect.get(element.data, property));
  }
  return domsOf(element)[0]?.getAttribute(name) ?? null;
}

function written(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
}

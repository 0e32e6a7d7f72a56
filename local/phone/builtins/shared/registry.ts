import type { GeneralComponent, Node } from '../../runtime/easel.js';
import { isComponent } from '../../runtime/easel.js';

/**
 * What other parts of the phone ask of a built-in element: forms collect fields, labels press controls,
 * selector queries want nodes and contexts, automation calls functions.
 */

export interface FormField {
  read(): unknown;
  reset(): void;
}

export interface Control {
  /** What a tap on its label does. */
  activate(): void;
}

/** By name, such as `swiper.swipeTo`, as the automation protocol calls them. */
export type Operations = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

const fields = new WeakMap<object, FormField>();
const controls = new WeakMap<object, Control>();
const operations = new WeakMap<object, Operations>();

export const register = {
  field: (component: GeneralComponent, field: FormField) => fields.set(component, field),
  control: (component: GeneralComponent, control: Control) => controls.set(component, control),
  /** What `SelectorQuery.fields({ node: true })` answers; queries look for a method of this name. */
  node: (component: GeneralComponent, getNode: () => unknown) => Object.assign(component, { getNode }),
  /** What `SelectorQuery.context()` answers. */
  context: (component: GeneralComponent, getContext: () => unknown) =>
    Object.assign(component, { getContext }),
  operations: (component: GeneralComponent, named: Operations) => operations.set(component, named),
};

export const fieldOf = (component: object): FormField | undefined => fields.get(component);
export const controlOf = (component: object): Control | undefined => controls.get(component);

export const operationsOf = (component: object): Operations | undefined => operations.get(component);

/** Components below a node in the same shadow tree, in document order. */
export function* componentsBelow(node: { childNodes: Node[] }): Generator<GeneralComponent> {
  for (const child of node.childNodes) {
    const element = child.asElement();
    if (!element) continue;
    if (isComponent(element)) yield element;
    yield* componentsBelow(element);
  }
}

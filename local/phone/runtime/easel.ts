/**
 * The one seam to WeChat's component framework. Everything that its typings keep internal, and every cast
 * that follows from it, is here with its reason.
 */
import { component as adapterComponent, glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';

export { adapterComponent, glassEasel, MiniProgramEnv };

export type ComponentSpace = glassEasel.ComponentSpace;
export type GeneralComponent = glassEasel.GeneralComponent;
export type Element = glassEasel.Element;
export type Node = glassEasel.Node;

/**
 * `createElement` of the backend makes `<wx-NAME>` of every tag, so that `<button>` of WXML is not an HTML
 * button. A tag with this prefix makes the plain HTML element instead (for the inside of built-ins).
 */
export const HTML_TAG_PREFIX = 'phone-html:';

/** The DOM element of a node, or undefined for virtual nodes and after it was destroyed. */
export function domOf(element: Element | null | undefined): HTMLElement | undefined {
  // The backend is this browser's DOM, so a backend element is always an HTMLElement.
  return (element?.$$ ?? undefined) as HTMLElement | undefined;
}

/** The node that a DOM element, or its nearest ancestor, was made for. */
export function elementOf(dom: EventTarget | null): Element | undefined {
  let at = dom instanceof Node_ ? dom : null;
  while (at) {
    // `__wxElement` is written by the framework when it creates a backend element.
    const found = (at as { __wxElement?: Element }).__wxElement;
    if (found) return found;
    at = at.parentNode;
  }
  return undefined;
}

// `Node` is the framework's type above; this is the browser's class.
const Node_ = globalThis.Node;

/** `wx://view` and `view` name the same built-in component. */
export function builtinName(component: GeneralComponent): string | undefined {
  return component.is.startsWith('wx://') ? component.is.slice('wx://'.length) : undefined;
}

export function isComponent(node: unknown): node is GeneralComponent {
  return glassEasel.Component.isComponent(node);
}

/** Fires a component's own event: it neither bubbles nor crosses components unless asked to. */
export function fire(
  target: Element,
  name: string,
  detail: unknown = {},
  options: { bubbles?: boolean; composed?: boolean; capturePhase?: boolean } = {},
): void {
  glassEasel.Event.triggerEvent(target, name, detail, options);
}

export type CodeSpace = ReturnType<MiniProgramEnv['createCodeSpace']>;

/** Members of a code space that its typings leave out. */
interface CodeSpaceInternals {
  prepareComponentOptions(is: string, options?: unknown): [glassEasel.ComponentOptions, string];
}

/** The adapter marks these `@internal`; the pinned version has them. */
export function internalsOf(space: CodeSpace): CodeSpaceInternals {
  return space as unknown as CodeSpaceInternals;
}

/** False after the page of a component was closed: what it draws then nobody will see. */
export function canDraw(group: glassEasel.GeneralDataGroup): boolean {
  // The component of a data group is private in its typings.
  const { _$comp: component } = group as unknown as { _$comp: GeneralComponent | null };
  return component?.getBackendContext() !== null;
}

/** The properties of a node for which its template has a `change:` listener. */
export function watchedProperties(node: Node): ReadonlySet<string> {
  // The template engine keeps its own notes on each node, untyped from outside.
  const notes = node as unknown as { _$wxTmplArgs?: { changeProp?: object } };
  return new Set(Object.keys(notes._$wxTmplArgs?.changeProp ?? {}));
}

type SlotStep = (...args: unknown[]) => void;

/** What a component's inside knows of its slots; the typings leave it out. */
export interface SlotRoot {
  /** Undefined when the component has several slots. */
  _$singleSlot?: SlotElement | null;
  _$subtreeSlotStart: SlotPlace | null;
  _$applySlotsInsertion: SlotStep;
  _$applySlotsRemoval: SlotStep;
  _$applySlotRename: SlotStep;
}

type SlotElement = Element & { _$slotName: string | null };

/** Slots are a list in the order of the template. */
interface SlotPlace {
  value: SlotElement;
  next: SlotPlace | null;
}

/** The framework marks these `@internal`; the pinned version has them. */
export function slotRoot(root: glassEasel.ShadowRoot): SlotRoot {
  return root as unknown as SlotRoot;
}

/** Moves a component's children from one of its slots to another; null takes them away. */
export function refillSlot(root: SlotRoot, from: SlotElement | null, to: SlotElement | null): void {
  // Internal as above.
  const framework = glassEasel.Element as unknown as {
    _$insertChildReassignSlot(root: SlotRoot, name: null, from: Element | null, to: Element | null): void;
  };
  framework._$insertChildReassignSlot(root, null, from, to);
}

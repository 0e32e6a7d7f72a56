import { HTML_TAG_PREFIX } from '../../runtime/easel.js';

/** The `<div>`s between a built-in element and its children. */
export interface Shell {
  readonly className: string;
  /** The name of the slot that is in it; '' is for children without a `slot` attribute. */
  readonly slot?: string;
  readonly inside?: readonly Shell[];
}

/** One `<div>` with the children in it, inside further ones; outermost first. */
export function nested(...names: readonly [string, ...string[]]): Shell {
  const [className, next, ...rest] = names;
  return next === undefined ? { className, slot: '' } : { className, inside: [nested(next, ...rest)] };
}

type Children = (...args: unknown[]) => void;
type DefineElement = (tag: string, generics: object, init: () => void, children: Children) => void;
type DefineSlot = (name: string) => void;

const noProperties = (): void => undefined;

/** A shell as the framework's compiler would have compiled it. */
export function shellTemplate(shell: Shell): Record<string, unknown> {
  const define =
    (level: readonly Shell[], slot?: string): Children =>
    (...args) => {
      // The order of these functions is the compiled templates' calling convention (DefineChildren).
      const defineElement = args[2] as DefineElement;
      const defineSlot = args[5] as DefineSlot;
      for (const { slot: inner, inside } of level) {
        defineElement(`${HTML_TAG_PREFIX}div`, {}, noProperties, define(inside ?? [], inner));
      }
      if (slot !== undefined) defineSlot(slot);
    };
  return { content: () => () => ({ C: define([shell]) }) };
}

/** The made elements, each before what is inside of it, with their class names. */
export function shellElements(parent: Element, shell: Shell): HTMLElement[] {
  const collect = (dom: Element | null | undefined, { className, inside }: Shell): HTMLElement[] => {
    if (!(dom instanceof HTMLElement)) throw new Error(`no element for ${className}`);
    dom.className = className;
    return [dom, ...(inside ?? []).flatMap((level, index) => collect(dom.children[index], level))];
  };
  return collect(parent.firstElementChild, shell);
}

import type { GeneralComponent } from '../../runtime/easel.js';
import { domOf, HTML_TAG_PREFIX } from '../../runtime/easel.js';

/**
 * An element beside the template that takes class names and styles as if the template's author had written it
 * in place: with the scope of the component that uses the built-in.
 */
export interface AuthoredElement {
  readonly dom: HTMLElement;
  setClass(names: string): void;
  setStyle(text: string): void;
}

export function authoredElement(component: GeneralComponent, tag: string): AuthoredElement {
  const owner = component.ownerShadowRoot;
  if (!owner) {
    const dom = document.createElement(tag);
    return {
      dom,
      setClass: (names) => dom.setAttribute('class', names),
      setStyle: (text) => dom.setAttribute('style', text),
    };
  }
  const node = owner.createNativeNode(HTML_TAG_PREFIX + tag);
  const dom = domOf(node);
  if (!dom) throw new Error(`no element for <${tag}> in ${component.is}`);
  return { dom, setClass: (names) => node.setNodeClass(names), setStyle: (text) => node.setNodeStyle(text) };
}

/** Class names as they stand in the DOM for an author who wrote `names` beside the component. */
export function scopedClasses(component: GeneralComponent, names: string): string {
  const probe = authoredElement(component, 'span');
  probe.setClass(names);
  return probe.dom.getAttribute('class') ?? '';
}

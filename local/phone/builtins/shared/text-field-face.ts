import type { Self } from './define.js';
import { make } from './dom.js';
import { authoredElement } from './style-scope.js';

const properties = { placeholder: '', placeholderStyle: '', placeholderClass: '' };

/** What is seen and heard of a field that is empty: its placeholder, and its name for screen readers. */
type Face = Pick<Self<typeof properties>, 'component' | 'dom' | 'data' | 'onDetach'>;

export interface Placeholder {
  readonly dom: HTMLElement;
  text(shown: string): void;
  style(): void;
}

/** An element of its own, because mini programs style it with a class. */
export function placeholderOf({ component, dom, data }: Face): Placeholder {
  const authored = authoredElement(component, 'div');
  authored.dom.setAttribute('aria-hidden', 'true');
  dom.append(make('div', 'phone-placeholder', {}, [authored.dom]));
  return {
    dom: authored.dom,
    text(shown) {
      authored.dom.textContent = shown;
    },
    style() {
      authored.setClass(data.placeholderClass);
      authored.setStyle(data.placeholderStyle);
      // The default class belongs to the phone's own style sheet, whatever the scope of the author.
      for (const name of ['input-placeholder', 'textarea-placeholder']) {
        authored.dom.classList.toggle(name, data.placeholderClass.split(/\s+/).includes(name));
      }
    },
  };
}

/** The field, not the element round it, is what a screen reader meets: it takes over role and `aria-*`. */
export function forwardAria({ dom, data, onDetach }: Face, field: HTMLElement): () => void {
  const update = (): void => {
    dom.removeAttribute('role');
    for (const { name, value } of [...dom.attributes]) {
      if (!name.startsWith('aria-')) continue;
      field.setAttribute(name, value);
      dom.removeAttribute(name);
      if (name === 'aria-label') named = true;
    }
    if (!named && data.placeholder !== '') field.setAttribute('aria-label', data.placeholder);
  };
  let named = false;
  const changes = new MutationObserver(update);
  changes.observe(dom, { attributes: true });
  onDetach(() => changes.disconnect());
  return update;
}

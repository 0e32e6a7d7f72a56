import { domOf, type GeneralComponent, type glassEasel } from '../../runtime/easel.js';
import { playAnimation } from './animation.js';

type Builder = ReturnType<glassEasel.ComponentSpace['define']>;

/** Attributes of the ARIA specification that WXML takes on every element, without their prefix. */
const ARIA = [
  'activedescendant',
  'atomic',
  'autocomplete',
  'busy',
  'checked',
  'colcount',
  'colindex',
  'colspan',
  'controls',
  'current',
  'describedby',
  'description',
  'details',
  'disabled',
  'dropeffect',
  'errormessage',
  'expanded',
  'flowto',
  'grabbed',
  'haspopup',
  'hidden',
  'invalid',
  'keyshortcuts',
  'label',
  'labelledby',
  'level',
  'live',
  'modal',
  'multiline',
  'multiselectable',
  'orientation',
  'owns',
  'placeholder',
  'posinset',
  'pressed',
  'readonly',
  'relevant',
  'required',
  'roledescription',
  'rowcount',
  'rowindex',
  'rowspan',
  'selected',
  'setsize',
  'sort',
  'valuemax',
  'valuemin',
  'valuenow',
  'valuetext',
] as const;

/** Roles whose elements a person reaches with the Tab key. */
const FOCUSABLE = new Set([
  'button',
  'checkbox',
  'combobox',
  'link',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'option',
  'radio',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'treeitem',
]);

/** What every built-in component has: `hidden`, `animation`, `role` and `aria-*`, `tabindex`, exposure to readers. */
export function registerCommon(builder: Builder): void {
  define(builder, 'hidden', (dom, value) => dom.toggleAttribute('hidden', Boolean(value)));
  define(builder, 'ariaRole', setRole);
  define(builder, 'role', setRole);
  define(builder, 'tabindex', (dom, value) => reflect(dom, 'tabindex', value));
  define(builder, 'animation', (_dom, value, component) => playAnimation(component, value));
  for (const name of ARIA) {
    define(builder, `aria${name.charAt(0).toUpperCase()}${name.slice(1)}`, (dom, value) =>
      reflect(dom, `aria-${name}`, value),
    );
  }
}

type Reflect = (dom: HTMLElement, value: unknown, component: GeneralComponent) => void;

function define(builder: Builder, name: string, apply: Reflect): void {
  builder.property(name, {
    type: null,
    value: null,
    observer(this: GeneralComponent, value: unknown) {
      const dom = domOf(this);
      if (dom) apply(dom, value, this);
    },
  });
}

function setRole(dom: HTMLElement, value: unknown): void {
  reflect(dom, 'role', value);
  if (FOCUSABLE.has(String(value)) && !dom.hasAttribute('tabindex')) dom.setAttribute('tabindex', '0');
}

/** `false` is a value for ARIA (`aria-expanded="false"`), so only nothing removes the attribute. */
function reflect(dom: HTMLElement, name: string, value: unknown): void {
  if (value === null || value === undefined || value === '') dom.removeAttribute(name);
  else dom.setAttribute(name, String(value));
}

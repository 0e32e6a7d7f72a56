import { hasBuiltinBehavior } from '../runtime/definitions.js';
import type { Element, GeneralComponent, Node } from '../runtime/easel.js';
import { isComponent } from '../runtime/easel.js';

import { builtIn } from './shared/define.js';
import { fieldOf } from './shared/registry.js';

interface Form {
  /** A button with this `form-type` was pressed. */
  press(type: string): void;
}

const forms = new WeakMap<object, Form>();

/** https://developers.weixin.qq.com/miniprogram/dev/component/form.html */
export const form = builtIn('form', { reportSubmit: false, reportSubmitTimeout: 0 }, (self) => {
  const { component, data } = self;
  const submit = (): void => {
    const detail: Record<string, unknown> = {
      value: valuesIn(component),
      target: { id: component.id, dataset: component.dataset },
    };
    // WeChat withdrew template messages by form id; it still hands out this placeholder.
    if (data.reportSubmit) detail.formId = 'the formId is a mock one';
    self.fire('submit', detail);
  };
  const reset = (): void => {
    for (const { component: field } of fieldsIn(component)) fieldOf(field)?.reset();
    self.fire('reset', { target: { id: component.id, dataset: component.dataset } });
  };
  forms.set(component, {
    press(type) {
      if (type === 'submit') submit();
      else if (type === 'reset') reset();
      else
        self.host.report({
          kind: 'component',
          message: `<button form-type="${type}"> is neither submit nor reset`,
        });
    },
  });
  return undefined;
});

/**
 * The form that a button belongs to: above it in its own template, or above the component that it is inside
 * of, when that component behaves as `wx://form-field-button`.
 */
export function formAround(component: GeneralComponent): Form | undefined {
  let at: Element | null = component;
  while (at) {
    const found = forms.get(at);
    if (found) return found;
    const shadow: ReturnType<Element['asShadowRoot']> = at.asShadowRoot();
    if (!shadow) {
      at = at.parentNode;
      continue;
    }
    const host: GeneralComponent = shadow.getHostNode();
    at = hasBuiltinBehavior(host, 'wx://form-field-button') ? host : null;
  }
  return undefined;
}

/** By name, in document order; of two fields with one name the later counts. */
function valuesIn(component: GeneralComponent): Record<string, unknown> {
  return Object.fromEntries(fieldsIn(component).map(({ name, read }) => [name, read()]));
}

interface NamedField {
  name: string;
  component: GeneralComponent;
  read(): unknown;
}

function fieldsIn(node: { childNodes: Node[] }): NamedField[] {
  return node.childNodes.flatMap((child) => {
    const element = child.asElement();
    if (!element) return [];
    return isComponent(element)
      ? [...ownField(element), ...innerFields(element), ...fieldsIn(element)]
      : fieldsIn(element);
  });
}

function ownField(component: GeneralComponent): NamedField[] {
  const name: unknown = component.data.name;
  if (typeof name !== 'string' || name === '') return [];
  const field = fieldOf(component);
  if (field) return [{ name, component, read: () => field.read() }];
  if (!hasBuiltinBehavior(component, 'wx://form-field')) return [];
  return [{ name, component, read: () => component.data.value }];
}

/** A component that behaves as `wx://form-field-group` lets the form see into its template. */
function innerFields(component: GeneralComponent): NamedField[] {
  const shadow = hasBuiltinBehavior(component, 'wx://form-field-group') ? component.getShadowRoot() : null;
  return shadow ? fieldsIn(shadow) : [];
}

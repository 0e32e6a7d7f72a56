import type { GeneralComponent } from '../runtime/easel.js';
import { domOf, isComponent } from '../runtime/easel.js';
import { builtIn } from './shared/define.js';
import { componentsBelow, controlOf } from './shared/registry.js';
import { isAnswered, markAnswered, onTap } from './shared/tap.js';

/** https://developers.weixin.qq.com/miniprogram/dev/component/label.html */
export const label = builtIn('label', { for: '' }, ({ component, dom, data }) => {
  const labelled = () => (data.for === '' ? firstControl(component) : namedControl(component, data.for));
  onTap(component, (event) => {
    // The tap was on the control itself, or on another label inside.
    if (isAnswered(event)) return;
    const control = labelled();
    if (!control) return;
    markAnswered(event);
    controlOf(control)?.activate();
  });
  // What the label names may stand further down on the page.
  return { attached: () => queueMicrotask(() => name(dom, domOf(labelled()))) };
});

let labels = 0;

/** A control without a text of its own is called by its label. */
function name(label: HTMLElement, control: HTMLElement | undefined): void {
  if (!control || control.textContent?.trim() || control.hasAttribute('aria-label')) return;
  labels += 1;
  if (label.id === '') label.id = `phone-label-${labels}`;
  control.setAttribute('aria-labelledby', label.id);
}

function firstControl(component: GeneralComponent): GeneralComponent | undefined {
  for (const below of componentsBelow(component)) if (controlOf(below)) return below;
  return undefined;
}

function namedControl(component: GeneralComponent, id: string): GeneralComponent | undefined {
  const found = component.ownerShadowRoot?.getElementById(id);
  return isComponent(found) && controlOf(found) ? found : undefined;
}

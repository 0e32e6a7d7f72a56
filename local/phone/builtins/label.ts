import type { GeneralComponent } from '../runtime/easel.js';
import { isComponent } from '../runtime/easel.js';
import { builtIn } from './shared/define.js';
import { type Control, componentsBelow, controlOf } from './shared/registry.js';
import { isAnswered, markAnswered, onTap } from './shared/tap.js';

/** https://developers.weixin.qq.com/miniprogram/dev/component/label.html */
export const label = builtIn('label', { for: '' }, ({ component, data }) => {
  onTap(component, (event) => {
    // The tap was on the control itself, or on another label inside.
    if (isAnswered(event)) return;
    const control = data.for === '' ? firstControl(component) : namedControl(component, data.for);
    if (!control) return;
    markAnswered(event);
    control.activate();
  });
  return undefined;
});

function firstControl(component: GeneralComponent): Control | undefined {
  for (const below of componentsBelow(component)) {
    const control = controlOf(below);
    if (control) return control;
  }
  return undefined;
}

function namedControl(component: GeneralComponent, id: string): Control | undefined {
  const found = component.ownerShadowRoot?.getElementById(id);
  return isComponent(found) ? controlOf(found) : undefined;
}

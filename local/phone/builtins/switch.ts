import { builtIn } from './shared/define.js';
import { make } from './shared/dom.js';
import { register } from './shared/registry.js';
import { markAnswered, onTap } from './shared/tap.js';

const properties = { checked: false, disabled: false, type: 'switch', color: '#04be02', name: '' };

/** https://developers.weixin.qq.com/miniprogram/dev/component/switch.html */
export const switchComponent = builtIn('switch', properties, (self) => {
  const { component, dom, data } = self;
  const track = make('div', 'wx-switch-input', { 'aria-hidden': 'true' });
  const box = make('div', 'wx-checkbox-input', { 'aria-hidden': 'true' });
  dom.append(track, box);
  const paint = (): void => {
    const asCheckbox = data.type === 'checkbox';
    track.hidden = asCheckbox;
    box.hidden = !asCheckbox;
    track.classList.toggle('wx-switch-input-checked', data.checked);
    track.classList.toggle('wx-switch-input-disabled', data.disabled);
    track.style.backgroundColor = data.checked ? data.color : '';
    track.style.borderColor = data.checked ? data.color : '';
    box.classList.toggle('wx-checkbox-input-checked', data.checked);
    box.classList.toggle('wx-checkbox-input-disabled', data.disabled);
    box.style.color = data.color;
    dom.setAttribute('role', asCheckbox ? 'checkbox' : 'switch');
    dom.setAttribute('aria-checked', String(data.checked));
    dom.setAttribute('aria-disabled', String(data.disabled));
    dom.setAttribute('tabindex', data.disabled ? '-1' : '0');
  };
  const toggle = (): void => {
    if (data.disabled) return;
    self.set({ checked: !data.checked });
    self.fire('change', { value: data.checked });
  };
  register.control(component, { activate: toggle });
  register.field(component, { read: () => data.checked, reset: () => self.set({ checked: false }) });
  register.operations(component, { 'switch.tap': toggle });
  onTap(component, (event) => {
    markAnswered(event);
    toggle();
  });
  paint();
  return { changed: { checked: paint, disabled: paint, type: paint, color: paint } };
});

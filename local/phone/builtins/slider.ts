import { builtIn } from './shared/define.js';
import { clamp, make } from './shared/dom.js';
import { onDrag } from './shared/drag.js';
import { register } from './shared/registry.js';

const properties = {
  min: 0,
  max: 100,
  step: 1,
  value: 0,
  disabled: false,
  color: '#e9e9e9',
  selectedColor: '#1aad19',
  activeColor: '',
  backgroundColor: '',
  blockSize: 28,
  blockColor: '#ffffff',
  showValue: false,
  name: '',
};

/** https://developers.weixin.qq.com/miniprogram/dev/component/slider.html */
export const slider = builtIn('slider', properties, (self) => {
  const { component, dom, data } = self;
  const track = make('div', 'wx-slider-track');
  const thumb = make('div', 'wx-slider-thumb');
  const handle = make('div', 'wx-slider-handle-wrapper', {}, [track, thumb]);
  const tapArea = make('div', 'wx-slider-tap-area', {}, [handle]);
  const shown = make('span', 'wx-slider-value');
  dom.append(make('div', 'wx-slider-wrapper', {}, [tapArea, shown]));

  /** On the scale of steps, as many decimals as the step has. */
  const snapped = (value: number): number => {
    const step = data.step > 0 ? data.step : 1;
    const decimals = String(step).split('.')[1]?.length ?? 0;
    const steps = Math.round((clamp(value, data.min, data.max) - data.min) / step);
    return Number(clamp(data.min + steps * step, data.min, data.max).toFixed(decimals));
  };
  const paint = (): void => {
    const value = clamp(data.value, data.min, data.max);
    const share = data.max > data.min ? (value - data.min) / (data.max - data.min) : 0;
    const size = clamp(data.blockSize, 12, 28);
    dom.style.setProperty('--phone-slider', `${share * 100}%`);
    handle.style.backgroundColor = data.backgroundColor || data.color;
    track.style.backgroundColor = data.activeColor || data.selectedColor;
    Object.assign(thumb.style, { width: `${size}px`, height: `${size}px`, margin: `${-size / 2}px` });
    thumb.style.backgroundColor = data.blockColor;
    shown.hidden = !data.showValue;
    shown.textContent = String(value);
    const aria = { valuemin: data.min, valuemax: data.max, valuenow: value, disabled: data.disabled };
    for (const [name, state] of Object.entries(aria)) dom.setAttribute(`aria-${name}`, String(state));
    dom.setAttribute('tabindex', data.disabled ? '-1' : '0');
  };
  const valueAt = (x: number): number => {
    const { left, width } = handle.getBoundingClientRect();
    return snapped(data.min + (width > 0 ? (x - left) / width : 0) * (data.max - data.min));
  };
  const moveTo = (value: number): void => {
    if (value === data.value) return;
    self.set({ value });
    self.fire('changing', { value });
  };
  const settle = (value: number): void => {
    self.set({ value: snapped(value) });
    self.fire('change', { value: data.value });
  };

  self.onDetach(
    onDrag(tapArea, {
      axis: () => (data.disabled ? 'none' : 'any'),
      start: (x) => moveTo(valueAt(x)),
      move: ({ x }) => moveTo(valueAt(x)),
      end: ({ x }) => settle(valueAt(x)),
    }),
  );
  dom.setAttribute('role', 'slider');
  dom.addEventListener('keydown', (event) => {
    const target = keyTarget(event.key, data);
    if (target === undefined || data.disabled) return;
    event.preventDefault();
    settle(target);
  });
  register.field(component, { read: () => data.value, reset: () => self.set({ value: data.min }) });
  register.operations(component, { 'slider.slideTo': (value) => settle(Number(value)) });
  paint();
  const changed = Object.fromEntries(Object.keys(properties).map((name) => [name, paint]));
  return { changed };
});

function keyTarget(
  key: string,
  { value, step, min, max }: { value: number; step: number; min: number; max: number },
): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return value + step;
    case 'ArrowLeft':
    case 'ArrowDown':
      return value - step;
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return undefined;
  }
}

import { builtIn } from './shared/define.js';
import { clamp, make } from './shared/dom.js';

const properties = {
  percent: 0,
  showInfo: false,
  borderRadius: null,
  fontSize: null,
  strokeWidth: null,
  color: '#09bb07',
  activeColor: '',
  backgroundColor: '#ebebeb',
  active: false,
  activeMode: 'backwards',
  duration: 30,
};

/** https://developers.weixin.qq.com/miniprogram/dev/component/progress.html */
export const progress = builtIn('progress', properties, (self) => {
  const { dom, data, host } = self;
  const inner = make('div', 'wx-progress-inner-bar');
  const bar = make('div', 'wx-progress-bar', {}, [inner]);
  const info = make('div', 'wx-progress-info');
  dom.append(bar, info);
  let shown = 0;
  let frame = 0;

  const show = (percent: number): void => {
    shown = percent;
    inner.style.width = `${percent}%`;
    info.textContent = `${Math.round(percent)}%`;
    if (!dom.hasAttribute('aria-valuenow') || dom.getAttribute('role') === 'progressbar') {
      dom.setAttribute('aria-valuenow', String(Math.round(percent)));
    }
  };
  const look = (): void => {
    inner.style.background = data.activeColor || data.color;
    bar.style.background = data.backgroundColor;
    bar.style.height = length(data.strokeWidth, '6px');
    bar.style.borderRadius = length(data.borderRadius, '0');
    inner.style.borderRadius = bar.style.borderRadius;
    info.style.fontSize = length(data.fontSize, '16px');
    info.hidden = !data.showInfo;
  };
  const move = (): void => {
    cancelAnimationFrame(frame);
    const target = clamp(data.percent, 0, 100);
    if (!data.active || host.boot.automated) {
      show(target);
      if (data.active) self.fire('activeend', {});
      return;
    }
    const start = data.activeMode === 'forwards' ? shown : 0;
    const began = performance.now();
    const step = (now: number): void => {
      const at = start + (now - began) / Math.max(data.duration, 1);
      show(Math.min(at, target));
      if (at < target) frame = requestAnimationFrame(step);
      else self.fire('activeend', {});
    };
    frame = requestAnimationFrame(step);
  };

  dom.setAttribute('role', 'progressbar');
  dom.setAttribute('aria-valuemin', '0');
  dom.setAttribute('aria-valuemax', '100');
  self.onDetach(() => cancelAnimationFrame(frame));
  look();
  show(0);
  const looks = {
    showInfo: look,
    borderRadius: look,
    fontSize: look,
    strokeWidth: look,
    color: look,
    activeColor: look,
    backgroundColor: look,
  };
  return { changed: { ...looks, percent: move, active: move } };
});

/** A number means px; text is a length already. */
function length(value: unknown, fallback: string): string {
  if (value === null || value === undefined || value === '') return fallback;
  return /^[\d.]+$/.test(String(value)) ? `${String(value)}px` : String(value);
}

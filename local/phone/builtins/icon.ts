import { builtIn } from './shared/define.js';
import { drawing } from './shared/dom.js';

const RING = 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 1.4a8.6 8.6 0 1 1 0 17.2 8.6 8.6 0 0 1 0-17.2Z';
const DISC = 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z';
const TICK = 'M10.4 16.6l-4.5-4.5 1.3-1.3 3.2 3.1 6.6-6.6 1.3 1.3-7.9 8Z';
const CROSS =
  'M12 10.8l3.5-3.5 1.2 1.2-3.5 3.5 3.5 3.5-1.2 1.2-3.5-3.5-3.5 3.5-1.2-1.2 3.5-3.5-3.5-3.5 1.2-1.2 3.5 3.5Z';

/** Drawings with WeChat's colour of each. */
const ICONS: Readonly<Record<string, { path: string; color: string }>> = {
  success: { path: DISC + TICK, color: '#07c160' },
  success_no_circle: { path: 'M9.6 18.7 3 12.1l1.6-1.6 5 5L19.9 5.3l1.5 1.6L9.6 18.7Z', color: '#07c160' },
  // Not in the list of the page and in that of WeUI: an empty box to be ticked.
  circle: { path: RING, color: '#c9c9c9' },
  success_circle: { path: RING + TICK, color: '#07c160' },
  info: { path: `${DISC}M11.1 10.4h1.8v7h-1.8v-7Zm0-3.4h1.8v1.9h-1.8V7Z`, color: '#10aeff' },
  info_circle: { path: `${RING}M11.3 10.4h1.4v7h-1.4v-7Zm0-3.2h1.4v1.6h-1.4V7.2Z`, color: '#10aeff' },
  warn: { path: `${DISC}M11 6.5h2l-.2 7.2h-1.6L11 6.5Zm0 8.8h2v2h-2v-2Z`, color: '#fa5151' },
  waiting: { path: `${DISC}M11.2 6.5h1.5v5.6l3.8 2.3-.8 1.3-4.5-2.8V6.5Z`, color: '#10aeff' },
  waiting_circle: { path: `${RING}M11.3 6.8h1.4v5.4l3.6 2.2-.7 1.2-4.3-2.6V6.8Z`, color: '#10aeff' },
  cancel: { path: RING + CROSS, color: '#fa5151' },
  clear: { path: DISC + CROSS, color: '#b2b2b2' },
  download: { path: `${RING}M11.3 6.5h1.4v7l2.4-2.4 1 1-4.1 4.1-4.1-4.1 1-1 2.4 2.4v-7Z`, color: '#07c160' },
  search: {
    path: 'M10.5 4a6.5 6.5 0 1 0 4 11.6l4.6 4.6 1.1-1.1-4.6-4.6a6.5 6.5 0 0 0-5.1-10.5Zm0 1.5a5 5 0 1 1 0 10 5 5 0 0 1 0-10Z',
    color: '#b2b2b2',
  },
};

/** https://developers.weixin.qq.com/miniprogram/dev/component/icon.html */
export const icon = builtIn('icon', { type: '', size: null, color: '' }, ({ dom, data, host }) => {
  const draw = (): void => {
    const shape = ICONS[data.type];
    if (!shape) {
      dom.replaceChildren();
      if (data.type !== '')
        host.report({ kind: 'component', message: `<icon type="${data.type}"> is not an icon of WeChat` });
      return;
    }
    dom.replaceChildren(drawing(shape.path));
    dom.style.setProperty('--phone-icon-color', data.color || shape.color);
  };
  const resize = (): void => {
    const size = String(data.size ?? '');
    dom.style.setProperty('--phone-icon-size', /^[\d.]+$/.test(size) ? `${size}px` : size || '23px');
  };
  return { changed: { type: draw, color: draw, size: resize } };
});

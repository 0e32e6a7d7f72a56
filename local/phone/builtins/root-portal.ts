import { builtIn } from './shared/define.js';
import { nested } from './shared/shell.js';

/**
 * Its children are shown outside of all other elements of the page. The element itself stays in its place,
 * because the framework goes by it; only the inner `<div>` moves.
 * https://developers.weixin.qq.com/miniprogram/dev/component/root-portal.html
 */
export const rootPortal = builtIn(
  'root-portal',
  { enable: true },
  ({ dom, data, wrappers }) => {
    const [content] = wrappers;
    if (!content) throw new Error('root-portal has an inner element');
    const place = (): void => {
      if (!dom.isConnected) return;
      const root = data.enable ? dom.closest('.phone-web') : dom;
      if (root && content.parentElement !== root) root.append(content);
    };
    return { changed: { enable: place }, attached: place, detached: () => content.remove() };
  },
  nested('phone-portal'),
);

import { type Api, ApiFailure, asyncApis } from '../api';
import type { Kit } from '../kit';
import { requireLoopback } from '../net/transport';
import { requiredText } from '../options';

/** wx.loadFontFace, from this machine or from the page itself (`data:`). */
export function fontApis({ host }: Kit): Api {
  return asyncApis(host, {
    async loadFontFace(options) {
      const family = requiredText(options, 'family');
      const source = requiredText(options, 'source');
      const address = /url\(\s*["']?([^"')]+)/.exec(source)?.[1] ?? '';
      if (!address.startsWith('data:')) requireLoopback(address);
      try {
        document.fonts.add(await new FontFace(family, source).load());
      } catch (error) {
        throw new ApiFailure(error instanceof Error ? error.message : String(error), { status: 'error' });
      }
      return { status: 'loaded' };
    },
  });
}

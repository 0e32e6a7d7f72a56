import { type Api, asyncApis } from '../api';
import type { Kit } from '../kit';
import { requiredText } from '../options';

const TOAST = '内容已复制';

/**
 * wx.setClipboardData and getClipboardData. The phone has a clipboard of its own, so that reading needs no
 * permission of the browser; what is copied goes to the computer's as well when the browser lets it.
 */
export function clipboardApis({ host, privacy, toast }: Kit): Api {
  let content = '';
  return asyncApis(host, {
    async setClipboardData(options) {
      const data = requiredText(options, 'data');
      await privacy.require('setClipboardData');
      content = data;
      navigator.clipboard?.writeText(data).catch(() => {
        // Not allowed to a page without focus: the phone's own clipboard has it all the same.
      });
      toast.show('toast', { title: TOAST, icon: 'success' }, 1500);
      return undefined;
    },
    async getClipboardData() {
      await privacy.require('getClipboardData');
      return { data: content };
    },
  });
}

import type { GeneralComponent } from '../runtime/easel.js';
import type { Host } from '../runtime/host.js';
import { callWx } from './shared/call-wx.js';
import { ask } from './shared/dialogs.js';

/** The menu of `show-menu-by-longpress`, as far as it makes sense outside of WeChat: the picture can be saved. */
export function imageMenu(host: Host, component: GeneralComponent, source: () => string): void {
  component.addListener('longpress', () => {
    void openMenu(host, source());
  });
}

async function openMenu(host: Host, src: string): Promise<void> {
  const choice = await ask(host, {
    kind: 'sheet',
    title: '图片',
    body: [],
    actions: [
      { label: '取消', kind: 'plain' },
      { label: '保存图片', kind: 'primary' },
    ],
  });
  if (choice !== 1) return;
  const { path } = await callWx('getImageInfo', { src });
  await callWx('saveImageToPhotosAlbum', { filePath: path });
}

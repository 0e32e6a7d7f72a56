import { load } from '../../../api/cache';
import { call } from '../../../api/call';
import { intention } from '../../../api/intention';
import { shown } from '../../../api/show';
import { PAPER_KINDS } from '../../../contract/words';
import { openDocument, saveToAlbum, writeFile } from '../../../device/document';
import { look } from '../../../device/look';
import { back } from '../../../device/open';
import { certificate } from '../drawn/certificate';
import { drawn } from '../drawn/index';
import type { Sheet } from '../engine/layout';
import { type CanvasNode, type PrintedPage, pictures, printable } from './picture';
import { fileName, isPrinted, sizeWord, type Wanted, wantedOf } from './print.view';

/** One sheet, as it will be printed. `?kind=` `?id=` `?month=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    title: '',
    note: '',
    pages: [] as string[],
    busy: false,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },
  wanted: null as Wanted | null,
  printed: [] as PrintedPage[],
  intention: intention(),
  onLoad(query: Record<string, string | undefined>) {
    this.wanted = wantedOf(query);
  },
  onShow() {
    this.setData(look());
  },
  async onReady() {
    await this.load();
  },
  async load() {
    const { wanted } = this;
    if (wanted === null) {
      this.setData({ state: 'empty', gone: '没说印哪一张' });
      return;
    }
    await shown(this, async () => {
      const sheet = await this.sheet(wanted);
      this.printed = await pictures(sheet, await this.canvas());
      this.setData({
        state: 'ready',
        title: PAPER_KINDS[wanted.kind],
        note: sizeWord(sheet.size, sheet.pages.length),
        pages: this.printed.map(({ path }) => path),
      });
    });
  },
  async sheet({ kind, id, month }: Wanted): Promise<Sheet> {
    if (!isPrinted(kind)) return certificate((await load('hours.certificate', { id })).output);
    const input = { kind, id, month };
    const sheet = await call('paper.print', input, { rid: this.intention.rid() });
    this.intention.answered();
    return drawn(sheet);
  },
  canvas(): Promise<CanvasNode> {
    return new Promise((resolve) => {
      this.createSelectorQuery()
        .select('#paper')
        // The node of a canvas is a canvas; the typings leave it open.
        .node(({ node }) => resolve(node as CanvasNode))
        .exec();
    });
  },
  onLook(event: WechatMiniprogram.TouchEvent) {
    wx.previewImage({ urls: this.data.pages, current: String(event.currentTarget.dataset.src) });
  },
  async onPrint() {
    const { wanted } = this;
    if (wanted === null || this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      const path = await writeFile(fileName(wanted.kind), await printable(this.printed));
      const opened = await openDocument(path, 'pdf');
      this.tell(opened, '打开了，右上角能发到电脑去印', '没打开，存到相册再印也行');
    } catch {
      // The phone has no room for the file.
      this.tell(false, '', '手机没地方存了，存到相册再印也行');
    } finally {
      this.setData({ busy: false });
    }
  },
  async onAlbum() {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '' });
    let kept = 0;
    for (const path of this.data.pages) if (await saveToAlbum(path)) kept += 1;
    this.setData({ busy: false });
    this.tell(kept === this.data.pages.length, '存到相册了', '没存成，看看给没给相册权限；截个图也行');
  },
  tell(well: boolean, done: string, failed: string) {
    this.setData({ news: well ? done : failed, newsTone: well ? 'pine' : 'rust' });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onBack() {
    await back('/pages/me/me');
  },
});

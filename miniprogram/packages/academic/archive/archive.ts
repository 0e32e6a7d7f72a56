import { call, serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import type { ArchiveMonth } from '../../../contract/archive';
import { copy } from '../../../device/copy';
import { look } from '../../../device/look';
import { dateOf } from '../../../lib/time';
import { type ArchivePart, archiveParts, archiveText, monthBy, sayMonth } from './archive.view';

/** 档案 (S32): month by month, out of what happened. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    title: '',
    parts: [] as ArchivePart[],
    canForward: false,
    news: '',
  },
  month: '',
  shown: null as ArchiveMonth | null,

  async onShow() {
    this.setData(look());
    if (this.month === '') this.month = dateOf(serverNow()).slice(0, 7);
    await this.load();
  },
  async load() {
    const { month } = this;
    this.setData({ title: sayMonth(month), canForward: month < dateOf(serverNow()).slice(0, 7), news: '' });
    try {
      this.shown = await call('archive.month', { month });
      const parts = archiveParts(this.shown);
      this.setData({
        parts,
        state: parts.length === 0 ? 'empty' : 'ready',
        gone: '这个月还没有入档的',
      });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      this.setData({ state, offline, gone: says });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onBack() {
    this.month = monthBy(this.month, -1);
    await this.load();
  },
  async onForward() {
    if (!this.data.canForward) return;
    this.month = monthBy(this.month, 1);
    await this.load();
  },
  async onCopy() {
    if (this.shown === null) return;
    this.setData({
      news: (await copy(archiveText(this.shown))) ? '抄好了，贴到文档里就行' : '没抄成，截个图也行',
    });
  },
});

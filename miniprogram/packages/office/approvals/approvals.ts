import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { shown } from '../../../api/show';
import { look } from '../../../device/look';
import { type TaskLine, taskLine } from '../../../lib/task-line';

/** 15 个工作日的: what a second person agrees to, or not (workflows 2.3). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    lines: [] as TaskLine[],
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      const { output } = await load('desk.approvals', {});
      const now = serverNow();
      this.setData({
        state: output.items.length === 0 ? 'empty' : 'ready',
        gone: '眼下没有等您点头的',
        lines: output.items.map((card) => taskLine(card, now)),
      });
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

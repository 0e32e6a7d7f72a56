import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { shown } from '../../../api/show';
import { copy } from '../../../device/copy';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type HoursRow, hoursRow } from './hours.view';

/** One's own hours, a line each; no sum that could be compared with anybody's. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '还没有服务时长',
    lines: [] as HoursRow[],
    csv: '',
    shown: false,
    news: '',
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      const { output } = await load('hours.mine', {});
      const now = serverNow();
      const lines = output.items.map((line) => hoursRow(line, now));
      this.setData({ lines, csv: output.csv, state: lines.length === 0 ? 'empty' : 'ready' });
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onExport() {
    const copied = await copy(this.data.csv);
    this.setData({
      shown: true,
      news: copied ? '表格抄好了，粘到文件里就能用' : '没抄成，长按下面的字自己抄',
    });
  },
  async onTeams() {
    await open('/packages/service/teams/teams');
  },
});

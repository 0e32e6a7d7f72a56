import { load } from '../../../api/cache';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type RecordedLine, recordedLine } from './recorded.view';

/** 录制课: a list; what somebody watches is nobody's business (S50). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    lines: [] as RecordedLine[],
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const { output } = await load('recorded.list', {});
      this.setData({
        state: output.items.length === 0 ? 'empty' : 'ready',
        lines: output.items.map(recordedLine),
      });
    } catch (failure) {
      this.setData({ state: 'error', offline: troubleOf(failure).offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onMenu() {
    await open('/packages/school/menu/menu');
  },
});

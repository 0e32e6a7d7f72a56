import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { shown } from '../../../api/show';
import { look } from '../../../device/look';
import { nextMonth } from '../../../lib/time';
import { type BurdenLook, burdenLook } from './burden.view';

/** 减负表: what the system took over this month, and how many touches a job costs. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as BurdenLook | null,
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      const { output } = await load('burden.get', { month: nextMonth(serverNow(), 0) });
      this.setData({ state: 'ready', view: burdenLook(output) });
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

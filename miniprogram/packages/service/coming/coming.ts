import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { dayTime } from '../../../lib/time';
import { type ComingLook, comingLook } from './coming.view';

/** 今天谁要来: who knocks, when, and the digits to compare (S68, story 5). Readable without a network. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    seen: '',
    visits: [] as ComingLook[],
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    try {
      const { output, seenAt } = await load('trip.coming', {});
      const now = serverNow();
      const visits = output.items.map((visit) => comingLook(visit, this.data.elder, now));
      this.setData({
        visits,
        state: visits.length === 0 ? 'empty' : 'ready',
        seen: seenAt === null ? '' : `现在没网，这是${dayTime(seenAt, now)}的样子`,
      });
    } catch (failure) {
      const { state, offline } = troubleOf(failure);
      if (this.data.state !== 'ready') this.setData({ state, offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onSay() {
    await open('/packages/service/say/say');
  },
});

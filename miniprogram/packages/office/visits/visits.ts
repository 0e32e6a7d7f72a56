import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { type OutLook, outLook } from './visits.view';

/** For the telephone of the community: a household asks who stands at its door (story 5). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    community: '',
    out: [] as OutLook[],
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
      const { output } = await load('trip.desk', { communityId: null });
      const now = serverNow();
      this.setData({
        community: output.community,
        out: output.items.map((item) => outLook(item, now)),
        state: output.items.length === 0 ? 'empty' : 'ready',
        gone: '今天没有人出去敲门',
      });
    } catch (failure) {
      const { state, offline, says } = troubleOf(failure);
      if (this.data.state !== 'ready') this.setData({ state, offline, gone: says });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

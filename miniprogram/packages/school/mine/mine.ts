import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type SessionLine, sessionLine } from '../../../lib/session-line';
import { dayTime } from '../../../lib/time';

/** 我的课: what I come to, and where I have been. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    seen: '',
    coming: [] as SessionLine[],
    past: [] as SessionLine[],
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
      const { output, seenAt } = await load('session.mine', {});
      const now = serverNow();
      const lines = (cards: typeof output.coming) => cards.map((card) => sessionLine(card, now));
      const coming = lines(output.coming);
      const past = lines(output.past);
      this.setData({
        coming,
        past,
        state: coming.length + past.length === 0 ? 'empty' : 'ready',
        seen: seenAt === null ? '' : `现在没网。这是${dayTime(seenAt, now)}的样子`,
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

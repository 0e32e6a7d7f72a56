import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { type NominationLine, nominationLine } from '../../../lib/award-line';

/** Nominations whose turn it is at this desk: to verify, to decide, to look into. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '眼下没有等您的',
    lines: [] as NominationLine[],
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
      const { output } = await load('award.desk', {});
      const now = serverNow();
      const lines = output.items.map((card) => nominationLine(card, now));
      this.setData({ lines, state: lines.length === 0 ? 'empty' : 'ready' });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      this.setData({ state, offline, gone: says });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

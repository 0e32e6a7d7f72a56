import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import type { SessionCard } from '../../../contract/school';
import { look } from '../../../device/look';
import { type SessionLine, sessionLine } from '../../../lib/session-line';

/** 班主任: the classes I host, nearest first. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '眼下没有您带的课',
    lines: [] as SessionLine[],
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
      const { output } = await load('session.hosting', {});
      const now = serverNow();
      const lineOf = (card: SessionCard) => ({
        ...sessionLine(card, now),
        link: `/packages/office/console/console?id=${card.id}`,
      });
      const lines = output.items.map(lineOf);
      const past = output.past.map(lineOf);
      this.setData({ lines, past, state: lines.length + past.length === 0 ? 'empty' : 'ready' });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      this.setData({
        state,
        offline,
        gone: state === 'empty' ? `这一页给班主任用。${says}` : this.data.gone,
      });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

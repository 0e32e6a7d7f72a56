import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { Refused, Unreachable } from '../../../api/failures';
import { wasOnline } from '../../../api/network';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { seenText } from '../../../lib/seen';
import { endedLine, type TaskLine, taskLine } from './helping.view';

/** 我接的事: what this person has claimed or was given, nearest day first. `?taken=1` right after 我来办. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    seen: '',
    trouble: '',
    taken: false,
    lines: [] as TaskLine[],
    ended: [] as TaskLine[],
    /** What could be better, of five rated matters and more: never a figure (workflows 2.4 ④). */
    hints: [] as string[],
  },

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ taken: query.taken === '1' });
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    void this.loadHints();
    try {
      const { output, seenAt } = await load('request.helping', {});
      const now = serverNow();
      const none = output.open.length + output.ended.length === 0;
      this.setData({
        state: none ? 'empty' : 'ready',
        seen: seenText(seenAt, wasOnline(), now),
        trouble: '',
        lines: output.open.map((card) => taskLine(card, now)),
        ended: output.ended.map((card) => endedLine(card, now)),
      });
    } catch (failure) {
      const { says, offline } = troubleOf(failure);
      if (this.data.state === 'ready') this.setData({ trouble: says });
      else this.setData({ state: 'error', offline });
    }
  },
  async loadHints() {
    try {
      this.setData({ hints: (await load('rating.hints', {})).output.hints });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onTask(event: WechatMiniprogram.TouchEvent) {
    await open(String(event.currentTarget.dataset.link));
  },
  async onWall() {
    await open('/packages/service/wall/wall');
  },
});

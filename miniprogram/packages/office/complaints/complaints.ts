import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type ComplaintLine, complaintLine } from '../../../lib/complaint-line';

/** 投诉建议 that wait for this desk's or the auditor's answer, the nearest promise first. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    lines: [] as ComplaintLine[],
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
      const { output } = await load('complaint.desk', {});
      const now = serverNow();
      this.setData({ state: 'ready', lines: output.items.map((card) => complaintLine(card, now)) });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      this.setData({ state, offline, gone: `这一页给受理和监督的用。${says}` });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onEnter() {
    await open('/packages/people/voice/voice?enter=1');
  },
});

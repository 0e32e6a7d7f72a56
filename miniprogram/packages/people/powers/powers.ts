import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { type PowerLine, powerLines, spokenCode } from './powers.view';

/** 我的岗位: what I may do here and since when, and the code by which an administrator finds me. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    offline: false,
    says: '',
    code: '',
    lines: [] as PowerLine[],
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
      const { output } = await load('role.mine', {});
      this.setData({ state: 'ready', code: spokenCode(output.code), lines: powerLines(output, serverNow()) });
    } catch (failure) {
      const { says, offline } = troubleOf(failure);
      this.setData({ state: 'error', offline, says });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

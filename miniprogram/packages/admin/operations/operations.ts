import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { type Check, operationsLook } from './operations.view';

/** 运行情况: whether timer, effects, messages and checks run. For the administrator; nothing about anybody. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    offline: false,
    says: '',
    fine: true,
    checks: [] as Check[],
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
      const { output } = await load('operations.get', {});
      this.setData({ state: 'ready', says: '', ...operationsLook(output, serverNow()) });
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

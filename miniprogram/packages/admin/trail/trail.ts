import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import type { PowerView } from '../../../contract/role';
import { look } from '../../../device/look';
import { type PowerCard, powerCards } from '../roles/roles.view';

/** 岗位的来龙去脉: who gave and took which power, when and why. Read only, for auditor and administrator. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    says: '',
    cards: [] as PowerCard[],
    more: false,
  },

  items: [] as PowerView[],
  next: null as string | null,

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
      const { output } = await load('role.trail', { after: null });
      this.items = output.items;
      this.next = output.next;
      this.draw();
    } catch (failure) {
      const { says, offline } = troubleOf(failure);
      this.setData({ state: 'error', offline, says });
    }
  },
  async onReachBottom() {
    if (this.next === null) return;
    const after = this.next;
    this.next = null;
    try {
      const { items, next } = await call('role.trail', { after });
      this.items = [...this.items, ...items];
      this.next = next;
      this.draw();
    } catch {
      // The list that is there stays; reaching the bottom once more asks again.
      this.next = after;
    }
  },
  draw() {
    this.setData({
      state: this.items.length === 0 ? 'empty' : 'ready',
      cards: powerCards(this.items, serverNow()),
      more: this.next !== null,
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

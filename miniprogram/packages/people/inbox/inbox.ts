import { load } from '../../../api/cache';
import { call, newRid, saysOf, serverNow, Unreachable } from '../../../api/call';
import { wasOnline } from '../../../api/network';
import type { InboxItem } from '../../../contract/people';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { seenText } from '../../../lib/seen';
import { type MessageLine, messageLine } from './inbox.view';

Page({
  data: { ...look(), state: 'loading', offline: false, seen: '', more: '', lines: [] as MessageLine[] },

  items: [] as InboxItem[],
  next: null as string | null,

  async onShow() {
    this.setData(look());
    await this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    await wx.stopPullDownRefresh();
  },

  async refresh() {
    try {
      const { output, seenAt } = await load('me.inbox', { after: null });
      this.items = output.items;
      this.next = output.next;
      this.setData({ seen: seenText(seenAt, wasOnline(), serverNow()), more: '' });
      this.draw();
    } catch (failure) {
      if (this.items.length > 0) return;
      this.setData({
        state: 'error',
        offline: failure instanceof Unreachable && failure.reason === 'offline',
      });
    }
  },

  draw() {
    const now = serverNow();
    const lines = this.items.map((item) => messageLine(item, now));
    this.setData({ lines, state: lines.length === 0 ? 'empty' : 'ready' });
  },

  async onReachBottom() {
    await this.loadMore();
  },

  async loadMore() {
    const after = this.next;
    if (after === null) return;
    this.next = null;
    this.setData({ more: '还在取，您稍等' });
    try {
      const page = await call('me.inbox', { after });
      this.items = [...this.items, ...page.items];
      this.next = page.next;
      this.setData({ more: '' });
      this.draw();
    } catch (failure) {
      this.next = after;
      this.setData({ more: `${saysOf(failure)}，点这里再取` });
    }
  },

  async retry() {
    this.setData({ state: 'loading' });
    await this.refresh();
  },

  async onOpen(event: WechatMiniprogram.TouchEvent) {
    const { id } = event.currentTarget.dataset;
    const item = this.items.find((each) => each.id === id);
    if (item === undefined) return;
    if (!item.read) void this.markRead(item.id);
    await open(item.link);
  },

  async markRead(id: string) {
    this.items = this.items.map((each) => (each.id === id ? { ...each, read: true } : each));
    this.draw();
    try {
      await call('me.read_inbox', { id }, { rid: newRid() });
    } catch {
      // It only stays marked as unread on the server: the next opening says it again.
      this.items = this.items.map((each) => (each.id === id ? { ...each, read: false } : each));
    }
  },
});

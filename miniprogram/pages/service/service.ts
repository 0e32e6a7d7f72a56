import { load } from '../../api/cache';
import { serverNow, Unreachable } from '../../api/call';
import { onNetwork, wasOnline } from '../../api/network';
import type { QueuedItem } from '../../api/outbox';
import { look } from '../../device/look';
import { open } from '../../device/open';
import { showTab } from '../../device/show-tab';
import { doorsOf } from '../../lib/doors';
import { seenText } from '../../lib/seen';
import { categoryWays, type ServiceLook, serviceLook } from './service.view';

const EMPTY: ServiceLook = { open: [], ended: [] };

Page({
  data: {
    ...look(),
    state: 'loading',
    offline: false,
    seen: '',
    view: EMPTY,
    ways: categoryWays(),
    doors: doorsOf('service', false),
    more: doorsOf('service_more', false),
  },

  loaded: false,
  stopListening: (() => undefined) as () => void,

  async onShow() {
    const { root, elder } = look();
    this.setData({ root, elder, doors: doorsOf('service', elder), more: doorsOf('service_more', elder) });
    showTab(this, 'service');
    wx.setNavigationBarTitle({ title: elder ? '我的事' : '办事' });
    this.stopListening = onNetwork((online) => {
      if (online) void this.refresh();
    });
    await this.refresh();
  },

  onHide() {
    this.stopListening();
  },

  async onPullDownRefresh() {
    await this.refresh();
    await wx.stopPullDownRefresh();
  },

  async refresh() {
    try {
      const { output, seenAt } = await load('request.mine', {});
      const now = serverNow();
      this.loaded = true;
      this.setData({
        view: serviceLook(output, now),
        state: output.open.length === 0 ? 'empty' : 'ready',
        seen: seenText(seenAt, wasOnline(), now),
      });
    } catch (failure) {
      if (this.loaded) return;
      this.setData({
        state: 'error',
        offline: failure instanceof Unreachable && failure.reason === 'offline',
      });
    }
  },

  async retry() {
    this.setData({ state: 'loading' });
    await this.refresh();
  },

  async onSay() {
    await open('/packages/service/say/say');
  },

  async onEdit(event: WechatMiniprogram.CustomEvent<{ item: QueuedItem }>) {
    await open(`/packages/service/say/say?edit=${event.detail.item.rid}`);
  },

  async onOpen(event: WechatMiniprogram.TouchEvent) {
    await open(event.currentTarget.dataset.link);
  },
});

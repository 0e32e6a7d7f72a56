import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type WalkLine, walkLine } from '../lib/stop-line';
import { type RouteLine, routeLine } from './routes.view';

/** 行走的党课: three routes, and the walks that this person has booked (S20). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    routes: [] as RouteLine[],
    walks: [] as WalkLine[],
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const { output } = await load('route.list', {});
      this.setData({ state: 'ready', routes: output.items.map(routeLine) });
      const mine = await call('walk.mine', {});
      const now = serverNow();
      this.setData({ walks: mine.items.slice(0, 5).map((walk) => walkLine(walk, now)) });
    } catch (failure) {
      if (this.data.routes.length > 0) return;
      const { state, offline } = troubleOf(failure);
      this.setData({ state, offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onRoute(event: WechatMiniprogram.TouchEvent) {
    await open(String(event.currentTarget.dataset.link));
  },
});

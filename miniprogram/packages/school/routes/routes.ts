import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { Refused, Unreachable } from '../../../api/failures';
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
      const [routes, mine] = await Promise.all([load('route.list', {}), this.ownWalks()]);
      this.setData({ state: 'ready', routes: routes.output.items.map(routeLine), walks: mine });
    } catch (failure) {
      if (this.data.routes.length > 0) return;
      const { state, offline } = troubleOf(failure);
      this.setData({ state, offline });
    }
  },
  /** The routes are worth showing without them. */
  async ownWalks(): Promise<WalkLine[]> {
    try {
      const { items } = await call('walk.mine', {});
      const now = serverNow();
      return items.slice(0, 5).map((walk) => walkLine(walk, now));
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      return this.data.walks;
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

import { load } from '../../../api/cache';
import { shown } from '../../../api/show';
import type { Route } from '../../../contract/words';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { isRoute } from '../lib/stop-line';
import { type RouteLook, routeLook, TABS } from './route.view';

/** One route with its stops in order, and who can be visited. `?code=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    tabs: TABS,
    code: 'red_classic' as Route,
    view: null as RouteLook | null,
  },
  onLoad(query: Record<string, string | undefined>) {
    if (isRoute(query.code)) this.setData({ code: query.code });
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    const { code } = this.data;
    await shown(this, async () => {
      const { output } = await load('route.get', { code });
      if (code === this.data.code) this.setData({ state: 'ready', view: routeLook(output) });
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onTab(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    if (!isRoute(value)) return;
    this.setData({ code: value, view: null, state: 'loading' });
    await this.load();
  },
  async onStop(event: WechatMiniprogram.TouchEvent) {
    const { id, can } = event.currentTarget.dataset;
    if (can) await open(`/packages/school/book/book?route=${this.data.code}&stop=${id}`);
  },
  async onBook() {
    await open(`/packages/school/book/book?route=${this.data.code}`);
  },
  async onRoutes() {
    await open('/packages/school/routes/routes');
  },
});

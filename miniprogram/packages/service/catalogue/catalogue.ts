import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { wasOnline } from '../../../api/network';
import { shown } from '../../../api/show';
import type { ServiceItemCard } from '../../../contract/catalogue';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { seenText } from '../../../lib/seen';
import { catalogueLook, categoryChips, type ItemLine, itemLine, type Shelf } from './catalogue.view';

/** 服务目录 (S72): seven categories, found by category or by words. `?category=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    seen: '',
    gone: '',
    category: '',
    chips: categoryChips(''),
    words: '',
    shelves: [] as Shelf[],
    hint: '',
    withdrawn: [] as ItemLine[],
    keeps: false,
  },
  items: [] as readonly ServiceItemCard[],

  onLoad(query: Record<string, string | undefined>) {
    this.items = [];
    const category = query.category ?? '';
    this.setData({ category, chips: categoryChips(category) });
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
    await shown(this, async () => {
      const { output, seenAt } = await load('catalogue.list', {});
      this.items = output.items;
      this.setData({
        state: output.items.length + output.withdrawn.length === 0 ? 'empty' : 'ready',
        gone: '目录还没填上',
        seen: seenText(seenAt, wasOnline(), serverNow()),
        withdrawn: output.withdrawn.map(itemLine),
        keeps: output.keeps,
      });
      this.draw();
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  draw() {
    const { category, words } = this.data;
    this.setData({ ...catalogueLook(this.items, category, words), chips: categoryChips(category) });
  },
  onCategory(event: WechatMiniprogram.TouchEvent) {
    this.setData({ category: String(event.currentTarget.dataset.value) });
    this.draw();
  },
  onWords({ detail }: WechatMiniprogram.Input) {
    this.setData({ words: detail.value });
    this.draw();
  },
  async onItem(event: WechatMiniprogram.TouchEvent) {
    await open(`/packages/service/item/item?id=${event.currentTarget.dataset.id}`);
  },
  async onSay() {
    await open('/packages/service/say/say');
  },
  async onNew() {
    await open('/packages/office/keep/keep');
  },
});

import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { saysOf } from '../../../api/failures';
import { wasOnline } from '../../../api/network';
import { troubleOf } from '../../../api/trouble';
import type { WishCard } from '../../../contract/service';
import { knownCommunities } from '../../../device/counter';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { seenText } from '../../../lib/seen';
import { joinPages, type TeamingLine, teamingLines, type WishLine, wallLines } from './wall.view';

/** 大字版 shows three, then three more. */
const ELDER_STEP = 3;

/** 微心愿墙: the desk's words only; no names, no comments, no counters (visual.md 12.7). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    seen: '',
    lines: [] as WishLine[],
    teaming: [] as TeamingLine[],
    more: false,
    fetching: false,
    trouble: '',
  },
  cards: [] as WishCard[],
  next: null as string | null,
  shown: ELDER_STEP,

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  async onReachBottom() {
    // 大字版 asks by a button: what comes by itself is easily lost from sight.
    if (!this.data.elder) await this.fetchMore();
  },

  async load() {
    try {
      const { output, seenAt } = await load('wish.wall', { after: null });
      this.cards = output.items;
      this.next = output.next;
      this.setData({ teaming: teamingLines(output.teaming, serverNow()) });
      this.setData({ seen: seenText(seenAt, wasOnline(), serverNow()), trouble: '' });
      this.show();
    } catch (failure) {
      const { says, offline } = troubleOf(failure);
      if (this.data.state === 'ready') this.setData({ trouble: says });
      else this.setData({ state: 'error', offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show() {
    const shown = this.data.elder ? this.shown : null;
    this.setData({
      state: this.cards.length === 0 ? 'empty' : 'ready',
      lines: wallLines(this.cards, knownCommunities(), serverNow(), shown),
      more: this.next !== null || (shown !== null && this.cards.length > shown),
    });
  },
  async fetchMore() {
    if (this.next === null || this.data.fetching) return;
    this.setData({ fetching: true, trouble: '' });
    try {
      const page = await call('wish.wall', { after: this.next });
      this.cards = joinPages(this.cards, page.items);
      this.next = page.next;
      this.show();
    } catch (failure) {
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ fetching: false });
    }
  },
  async onMore() {
    this.shown += ELDER_STEP;
    if (this.cards.length < this.shown) await this.fetchMore();
    this.show();
  },

  async onWish(event: WechatMiniprogram.TouchEvent) {
    await open(`/packages/service/wish/wish?id=${event.currentTarget.dataset.id}`);
  },
  async onTake(event: WechatMiniprogram.TouchEvent) {
    await open(`/packages/service/wish/wish?id=${event.currentTarget.dataset.id}&take=1`);
  },
  async onMine(event: WechatMiniprogram.TouchEvent) {
    await open(`/packages/service/request/request?id=${event.currentTarget.dataset.id}`);
  },
  async onSay() {
    await open('/packages/service/say/say?kind=wish');
  },
});

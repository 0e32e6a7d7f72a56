import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { troubleOf } from '../../../api/trouble';
import type { InputOf } from '../../../contract/actions';
import type { CourseCard } from '../../../contract/school';
import { myCommunity } from '../../../device/counter';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type CourseLine, courseLine, FILTERS, TRACK_OPTIONS } from './menu.view';

type Filter = Omit<InputOf<'course.menu'>, 'communityId'>;
const NO_FILTER: Filter = { track: null, group: null, method: null, program: null };

/** 菜单点课: ordering classes as one orders dishes (visual.md 12.2). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    tracks: TRACK_OPTIONS,
    filters: FILTERS,
    filter: NO_FILTER,
    filtered: 0,
    sheet: false,
    lines: [] as CourseLine[],
    basket: [] as string[],
    /** What is read aloud names the nearest first, as the page does. */
    community: '',
    busy: false,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },
  cards: [] as CourseCard[],
  basket: draftOf('menu', { ids: [] as string[] }),

  async onShow() {
    this.setData({ ...look(), basket: this.basket.read().ids, community: myCommunity() ?? '' });
    await this.load();
  },
  async load() {
    try {
      const { output } = await load('course.menu', { ...this.data.filter, communityId: myCommunity() });
      this.cards = output.items;
      this.draw();
    } catch (failure) {
      const { offline } = troubleOf(failure);
      this.setData({ state: 'error', offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  draw() {
    const now = serverNow();
    this.setData({
      state: this.cards.length === 0 ? 'empty' : 'ready',
      lines: this.cards.map((card) => courseLine(card, this.data.basket, now)),
    });
  },

  async onTrack(event: WechatMiniprogram.TouchEvent) {
    await this.narrow('track', String(event.currentTarget.dataset.value));
  },
  async onOption(event: WechatMiniprogram.TouchEvent) {
    const { key, value } = event.currentTarget.dataset;
    const now = this.data.filter[key as keyof Filter];
    await this.narrow(key as keyof Filter, now === value ? '' : String(value));
  },
  /** The values come from the closed lists that the page draws its choices from. */
  async narrow(key: keyof Filter, value: string) {
    const filter = { ...this.data.filter, [key]: value === '' ? null : value } as Filter;
    const { track: _track, ...others } = filter;
    this.setData({
      filter,
      filtered: Object.values(others).filter((one) => one !== null).length,
      state: 'loading',
    });
    await this.load();
  },
  onSheet() {
    this.setData({ sheet: true });
  },
  onClose() {
    this.setData({ sheet: false });
  },
  async onClear() {
    this.setData({
      filter: { ...NO_FILTER, track: this.data.filter.track },
      filtered: 0,
      sheet: false,
      state: 'loading',
    });
    await this.load();
  },

  async onCourse(event: WechatMiniprogram.TouchEvent) {
    await open(`/packages/school/course/course?id=${event.currentTarget.dataset.id}`);
  },
  /** 点这门 ↔ 已点: kept on the phone until it is handed in; what was handed in is taken back at once. */
  async onChoose(event: WechatMiniprogram.TouchEvent) {
    const id = String(event.currentTarget.dataset.id);
    const ordered = this.cards.find((card) => card.id === id)?.ordered ?? false;
    if (ordered) {
      await this.order([id], false);
      return;
    }
    const { basket } = this.data;
    const ids = basket.includes(id) ? basket.filter((one) => one !== id) : [...basket, id];
    this.basket.keep({ ids });
    this.setData({ basket: ids, news: '' });
    this.draw();
  },
  async onHandIn() {
    await this.order(this.data.basket, true);
  },
  async order(ids: string[], ordered: boolean) {
    if (this.data.busy || ids.length === 0) return;
    this.setData({ busy: true, news: '' });
    try {
      const { items } = await call('course.order', { ids, ordered }, { rid: this.basket.rid() });
      this.basket.drop();
      this.cards = this.cards.map((card) => items.find((item) => item.id === card.id) ?? card);
      this.setData({
        basket: [],
        news: ordered ? '交上去了。凑够人就排，排好告诉您' : '不点了',
        newsTone: 'pine',
      });
      this.draw();
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.basket.renew();
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onSay() {
    await open('/packages/service/say/say');
  },
});

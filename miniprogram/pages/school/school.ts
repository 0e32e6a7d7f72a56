import { load } from '../../api/cache';
import { call, serverNow, Unreachable } from '../../api/call';
import { wasOnline } from '../../api/network';
import type { SessionCard } from '../../contract/school';
import { myCommunity } from '../../device/counter';
import { look } from '../../device/look';
import { open } from '../../device/open';
import { showTab } from '../../device/show-tab';
import { doorsOf } from '../../lib/doors';
import { seenText } from '../../lib/seen';
import { type SchoolLook, schoolLook } from './school.view';

const EMPTY: SchoolLook = { mine: [], groups: [] };

Page({
  data: {
    ...look(),
    state: 'loading',
    offline: false,
    seen: '',
    view: EMPTY,
    scopes: [
      { value: 'near', word: '我们社区' },
      { value: 'all', word: '全街道' },
    ],
    scope: 'all',
    canNarrow: false,
    menu: true,
    doors: doorsOf('school', false),
    more: doorsOf('school_more', false),
  },

  cards: [] as SessionCard[],
  next: null as string | null,

  onLoad() {
    // Nearest first, where the person has said where they live (S6).
    if (myCommunity() !== null) this.setData({ scope: 'near' });
  },

  async onShow() {
    const { root, elder } = look();
    this.setData({
      root,
      elder,
      canNarrow: myCommunity() !== null,
      doors: doorsOf('school', elder),
      more: doorsOf('school_more', elder),
    });
    showTab(this, 'school');
    await Promise.all([this.refresh(), this.hideEmpty()]);
  },

  /** What has nothing in it yet is not offered (G12). */
  async hideEmpty() {
    try {
      const { output } = await load('school.empty', {});
      const { elder } = this.data;
      this.setData({
        more: doorsOf('school_more', elder, [], output.modules),
        menu: !output.modules.includes('courses'),
      });
    } catch {
      // Not knowing hides nothing.
    }
  },

  async onPullDownRefresh() {
    await this.refresh();
    await wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    if (this.next === null) return;
    const after = this.next;
    this.next = null;
    try {
      const page = await call('session.list', { ...this.filter(), after });
      this.cards = [...this.cards, ...page.items];
      this.next = page.next;
      this.setData({ view: schoolLook(this.cards, serverNow()) });
    } catch {
      // Scrolling down again asks again; what is shown stays.
      this.next = after;
    }
  },

  filter() {
    const communityId = this.data.scope === 'near' ? myCommunity() : null;
    return { program: null, venueId: null, communityId };
  },

  async refresh() {
    try {
      const { output, seenAt } = await load('session.list', { ...this.filter(), after: null });
      this.cards = output.items;
      this.next = output.next;
      const now = serverNow();
      this.setData({
        view: schoolLook(output.items, now),
        state: output.items.length === 0 ? 'empty' : 'ready',
        seen: seenText(seenAt, wasOnline(), now),
      });
    } catch (failure) {
      if (this.cards.length > 0) return;
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

  async onScope(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.cards = [];
    this.setData({ scope: event.detail.value, state: 'loading', view: EMPTY });
    await this.refresh();
  },

  async onMenu() {
    await open('/packages/school/menu/menu');
  },

  async onAsk() {
    await open('/packages/service/say/say');
  },
});

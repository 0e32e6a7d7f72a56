import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { wasOnline } from '../../../api/network';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { seenText } from '../../../lib/seen';
import { dateOf } from '../../../lib/time';
import { type MonthLook, monthChoices, monthLook } from './month.view';

/** 月历 (S30): what there is this month, day by day, for everybody. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    seen: '',
    months: [] as { value: string; word: string }[],
    month: '',
    week: ['一', '二', '三', '四', '五', '六', '日'],
    view: null as MonthLook | null,
  },
  async onShow() {
    const today = dateOf(serverNow());
    this.setData({ ...look(), months: monthChoices(today), month: this.data.month || today.slice(0, 7) });
    await this.load();
  },
  async load() {
    try {
      const { output, seenAt } = await load('plan.month', { month: this.data.month });
      const now = serverNow();
      const view = monthLook(output, dateOf(now));
      this.setData({
        view,
        state: view.days.length === 0 ? 'empty' : 'ready',
        seen: seenText(seenAt, wasOnline(), now),
      });
    } catch (failure) {
      if (this.data.view === null) this.setData({ state: 'error', offline: troubleOf(failure).offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onMonth(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ month: event.detail.value, view: null, state: 'loading' });
    await this.load();
  },
  async onDay(event: WechatMiniprogram.TouchEvent) {
    const { date } = event.currentTarget.dataset;
    if (this.data.view?.days.some((day) => day.date === date) === true)
      await wx.pageScrollTo({ selector: `#day-${date}` });
  },
  async onMenu() {
    await open('/packages/school/menu/menu');
  },
  onShareAppMessage() {
    return { title: `${this.data.view?.title ?? ''}的课`, path: '/packages/school/month/month' };
  },
});

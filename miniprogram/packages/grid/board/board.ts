import { load } from '../../../api/cache';
import { call, Refused, saysOf, serverNow } from '../../../api/call';
import { intention } from '../../../api/intention';
import { shown } from '../../../api/show';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type TaskLine, taskLine } from '../../../lib/task-line';
import { dayTime } from '../../../lib/time';
import { type TripLine, tripLine, type WayCard, wayCard } from './board.view';

const HALF_HOUR = 1_800_000;

/** 网格·今天: fewer trips, one hand, poor signal (visual.md 12.8). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    seen: '',
    grid: '',
    count: '',
    way: null as WayCard | null,
    trips: [] as TripLine[],
    busy: false,
    trouble: '',
    waiting: [] as TaskLine[],
    mine: [] as TaskLine[],
    done: [] as TaskLine[],
    unfolded: false,
  },
  leaving: intention(),
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    await shown(
      this,
      async () => {
        const { output, seenAt } = await load('grid.board', {});
        const now = serverNow();
        const lines = (cards: typeof output.mine) => cards.map((card) => taskLine(card, now));
        const open = output.waiting.length + output.mine.length;
        this.setData({
          state: 'ready',
          grid: output.gridName,
          count: open === 0 ? '今天没有派给您的' : `眼下 ${open} 件`,
          way: wayCard(output.ways, output.mine),
          trips: output.trips.map((trip) => tripLine(trip, now)),
          waiting: lines(output.waiting),
          mine: lines(output.mine),
          done: lines(output.done),
          seen: seenAt === null ? '' : `现在没网，照样能记。这是${dayTime(seenAt, now)}的样子`,
        });
      },
      (says) => `这一页给网格员用。${says}`,
    );
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onTask(event: WechatMiniprogram.TouchEvent) {
    await open(`/packages/grid/task/task?id=${event.currentTarget.dataset.id}`);
  },
  async onTrip(event: WechatMiniprogram.TouchEvent) {
    await open(`/packages/grid/trip/trip?id=${event.currentTarget.dataset.id}`);
  },
  async onPick() {
    await open(`/packages/grid/plan/plan?pick=${this.data.way?.ids.join(',') ?? ''}`);
  },
  /** 走这一趟: in half an hour, so that the households hear of it before. */
  async onGo() {
    const { way, busy } = this.data;
    if (way === null || busy) return;
    this.setData({ busy: true, trouble: '' });
    try {
      const { communityId } = await call('trip.options', {});
      // The server's clock is an estimate, and no whole number.
      const at = serverNow() + HALF_HOUR;
      const input = { communityId, at, matters: way.ids, buildings: [] };
      const { id } = await call('trip.plan', input, { rid: this.leaving.rid() });
      this.leaving.answered();
      await open(`/packages/grid/trip/trip?id=${id}`);
    } catch (failure) {
      if (failure instanceof Refused) this.leaving.answered();
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  onUnfold() {
    this.setData({ unfolded: !this.data.unfolded });
  },
  async onRecord() {
    await open('/packages/service/say/say?for=grid');
  },
  async onEdit(
    event: WechatMiniprogram.CustomEvent<{ item: { rid: string; name: string; input: { id?: string } } }>,
  ) {
    const { rid, name, input } = event.detail.item;
    if (name === 'request.submit') await open(`/packages/service/say/say?edit=${rid}`);
    else if (name === 'home_lesson.record')
      await open(`/packages/school/home-visit/home-visit?id=${input.id ?? ''}`);
    else if (name.startsWith('trip.')) await open(`/packages/grid/trip/trip?id=${input.id ?? ''}`);
    else await open(`/packages/grid/task/task?id=${input.id ?? ''}`);
  },
});

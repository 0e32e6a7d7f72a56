import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { Refused } from '../../../api/failures';
import { troubleOf } from '../../../api/trouble';
import type { OutputOf } from '../../../contract/actions';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type PlannedLine, plannedLine } from '../../../lib/schedule-line';
import {
  type Board,
  type BoardGroup,
  boardOf,
  type PoolLine,
  poolLine,
  type TourLine,
  tourLine,
  weekWord,
} from './desk.view';

const WEEK = 7 * 86_400_000;
const HOURS_8 = 8 * 3_600_000;

/** 教务台: what people wait for, the week by day, room or teacher, and what is on its way. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    tabs: [] as { value: string; word: string }[],
    tab: 'plans',
    boards: [
      { value: 'day', word: '按日子' },
      { value: 'venue', word: '按场地' },
      { value: 'teacher', word: '按讲师' },
    ],
    board: 'day' as Board,
    week: '',
    groups: [] as BoardGroup[],
    plans: [] as PlannedLine[],
    passed: [] as PlannedLine[],
    undecided: [] as PlannedLine[],
    pool: [] as PoolLine[],
    waiting: [] as PoolLine[],
    tours: [] as TourLine[],
    canPlan: false,
  },
  day: 0,
  answer: null as OutputOf<'session.desk'> | null,

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    const now = serverNow();
    if (this.day === 0) this.day = now;
    try {
      const [{ output }] = await Promise.all([load('session.desk', { day: this.day }), this.loadPool(now)]);
      this.answer = output;
      const { office } = output;
      const tabs = [
        ...(office ? [{ value: 'pool', word: '等着排' }] : []),
        { value: 'plans', word: '在办的' },
        { value: 'week', word: '课表' },
      ];
      const first = this.data.tabs.length === 0 && office ? { tab: 'pool' } : {};
      this.setData({
        state: 'ready',
        tabs,
        ...first,
        canPlan: output.canPlan,
        plans: output.plans.map((line) => plannedLine(line, now, '')),
        passed: output.passed.map((line) => plannedLine(line, now, '')),
        undecided: output.undecided.map((line) => plannedLine(line, now, '')),
      });
      this.draw();
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (this.answer === null) this.setData({ state, offline, gone: `这一页给教务和班主任用。${says}` });
    }
  },
  /** The office's own; whoever hosts is told so, and the rest is theirs all the same. */
  async loadPool(now: number) {
    try {
      const [{ output: orders }, { output: tours }] = await Promise.all([
        load('course.orders', {}),
        load('station.pool', {}),
      ]);
      this.setData({
        pool: orders.pool.map((line) => poolLine(line, now)),
        waiting: orders.waiting.map((line) => poolLine(line, now)),
        tours: tours.groups.map(tourLine),
      });
    } catch (failure) {
      if (!(failure instanceof Refused && failure.code === 'NOT_ALLOWED')) throw failure;
    }
  },
  draw() {
    if (this.answer === null) return;
    // Monday of that week in the street's time (UTC+8); 1 January 1970 was a Thursday.
    const days = Math.floor((this.day + HOURS_8) / 86_400_000);
    const monday = (days - ((days + 3) % 7)) * 86_400_000 - HOURS_8;
    this.setData({
      week: weekWord(monday),
      groups: boardOf(this.answer.week, this.data.board, serverNow()),
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  onTab(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ tab: event.detail.value });
  },
  onBoard(event: WechatMiniprogram.CustomEvent<{ value: Board }>) {
    this.setData({ board: event.detail.value });
    this.draw();
  },
  async onBefore() {
    this.day -= WEEK;
    await this.load();
  },
  async onAfter() {
    this.day += WEEK;
    await this.load();
  },
  async onPlan() {
    await open('/packages/academic/arrange/arrange');
  },
});

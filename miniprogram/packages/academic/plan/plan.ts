import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { shown } from '../../../api/show';
import type { PlanView } from '../../../contract/plan';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { dateOf } from '../../../lib/time';
import { type DayLine, dayLines, type PlanLook, planLook } from './plan.view';

/** 年度计划 (S30, S31): month by month, put before the committee, made into sessions. `?year=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    years: [] as { value: string; word: string }[],
    year: '',
    month: 1,
    view: null as PlanLook | null,
    days: [] as DayLine[],
    /** Which sheet is open. */
    sheet: '' as '' | 'class' | 'propose',
    chosen: null as { id: string; title: string; text: string } | null,
    plan: null as PlanView | null,
    /** How a fixed class is open, and which, '' for a new one. */
    mode: '' as '' | 'write' | 'move',
    one: '',
    /** The class of a day that was picked up, '' for none. */
    moving: '',
    words: '',
    wrong: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
    busy: false,
  },
  proposing: draftOf('plan:propose', { words: '' }),
  intention: intention(),

  onLoad(query: Record<string, string | undefined>) {
    const [year = '', month = '1'] = dateOf(serverNow()).split('-');
    const asked = query.year ?? year;
    this.setData({
      year: asked,
      month: asked === year ? Number(month) : 1,
      years: [...new Set([year, String(Number(year) + 1), asked])]
        .sort()
        .map((value) => ({ value, word: `${value} 年` })),
    });
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      const { year, month } = this.data;
      const [plan, { items }] = await Promise.all([
        call('plan.get', { year: Number(year) }),
        call('plan.days', { year: Number(year), month }),
      ]);
      this.show(plan);
      this.setData({ days: plan.edition === 0 ? [] : dayLines(items, serverNow()) });
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(plan: PlanView) {
    this.setData({ state: 'ready', plan, view: planLook(plan, this.data.month, serverNow()) });
  },
  /** Days exist of what was approved only. */
  async fetchDays() {
    if ((this.data.plan?.edition ?? 0) === 0) {
      this.setData({ days: [] });
      return;
    }
    const { year, month } = this.data;
    const { items } = await call('plan.days', { year: Number(year), month });
    this.setData({ days: dayLines(items, serverNow()) });
  },
  async onYear(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ year: event.detail.value, view: null, state: 'loading', news: '', days: [] });
    await this.load();
  },
  async onMonth(event: WechatMiniprogram.TouchEvent) {
    this.setData({ month: Number(event.currentTarget.dataset.month), news: '' });
    if (this.data.plan !== null) this.show(this.data.plan);
    await this.fetchDays();
  },

  onClass(event: WechatMiniprogram.TouchEvent) {
    if (this.data.view?.canEdit !== true) return;
    const { id } = event.currentTarget.dataset;
    const chosen = this.data.view.lines.find((one) => one.id === id) ?? null;
    this.setData({ chosen, sheet: 'class', wrong: '' });
  },
  onAdd() {
    this.setData({ one: '', mode: 'write' });
  },
  onEdit() {
    this.setData({ sheet: '', one: this.data.chosen?.id ?? '', mode: 'write' });
  },
  onMoving() {
    this.setData({ sheet: '', one: this.data.chosen?.id ?? '', mode: 'move' });
  },
  onWritten() {
    this.setData({ mode: '' });
  },
  onStored(event: WechatMiniprogram.CustomEvent<{ plan: PlanView; news: string }>) {
    const { plan, news } = event.detail;
    this.show(plan);
    this.setData({ mode: '', chosen: null, news, newsTone: 'pine' });
  },
  yearNumber() {
    return Number(this.data.year);
  },

  async onDrop() {
    const { chosen } = this.data;
    if (chosen === null || !(await ask(`“${chosen.title}”这个班次去掉？`, '去掉', '留着'))) return;
    const input = { year: this.yearNumber(), id: chosen.id };
    await this.give((rid) => call('plan.drop', input, { rid }), '去掉了');
  },
  async onCopy() {
    const input = { year: this.yearNumber() };
    await this.give((rid) => call('plan.copy', input, { rid }), '照去年的抄过来了，接着改');
  },
  onProposing() {
    this.setData({ sheet: 'propose', words: this.proposing.read().words, wrong: '' });
  },
  onWords(event: WechatMiniprogram.Input) {
    this.setData({ words: this.proposing.keep({ words: event.detail.value }).words, wrong: '' });
  },
  async onPropose() {
    const words = this.data.words.trim();
    if (words === '') {
      this.setData({ wrong: '跟委员说一句' });
      return;
    }
    const input = { year: this.yearNumber(), words };
    if (await this.give((rid) => call('plan.propose', input, { rid }), '交给委员会了')) this.proposing.drop();
  },
  async onMatter() {
    await open(`/packages/academic/matter/matter?id=${this.data.view?.matterId ?? ''}`);
  },
  /** 换一天: a tap picks it up, another lays it down. */
  onDay(event: WechatMiniprogram.TouchEvent) {
    if (this.data.view?.canGenerate !== true) return;
    this.setData({ moving: String(event.currentTarget.dataset.session), news: '' });
  },
  async onLook() {
    await open(`/packages/academic/class/class?id=${this.data.moving}`);
  },
  onLaidDown() {
    this.setData({ moving: '' });
  },
  async onMoved() {
    this.setData({ moving: '', news: '挪好了', newsTone: 'pine' });
    await this.fetchDays();
  },
  async onGenerate() {
    if (this.data.busy) return;
    const { month } = this.data;
    this.setData({ busy: true, news: '' });
    try {
      const input = { year: this.yearNumber(), month };
      const { items } = await call('plan.generate', input, { rid: this.intention.rid() });
      this.intention.answered();
      const made = items.filter(({ state }) => state === 'made').length;
      this.setData({
        days: dayLines(items, serverNow()),
        news:
          made === 0 ? '这个月没有能排的，看下面差啥' : `${month} 月排了 ${made} 节草稿，去排课那边定讲师`,
        newsTone: made === 0 ? 'rust' : 'pine',
      });
      await wx.pageScrollTo({ scrollTop: 0 });
    } catch (failure) {
      this.fail(failure);
    } finally {
      this.setData({ busy: false });
    }
  },
  onClose() {
    this.setData({ sheet: '', wrong: '' });
  },
  fail(failure: unknown) {
    if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    if (failure instanceof Refused) this.intention.answered();
    this.setData({ wrong: saysOf(failure), news: saysOf(failure), newsTone: 'rust' });
  },
  async give(command: (rid: string) => Promise<PlanView>, done: string): Promise<boolean> {
    if (this.data.busy) return false;
    this.setData({ busy: true, wrong: '', news: '' });
    try {
      this.show(await command(this.intention.rid()));
      this.intention.answered();
      this.setData({ sheet: '', chosen: null, news: done, newsTone: 'pine' });
      return true;
    } catch (failure) {
      this.fail(failure);
      return false;
    } finally {
      this.setData({ busy: false });
    }
  },
});

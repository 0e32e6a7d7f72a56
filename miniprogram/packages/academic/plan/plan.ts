import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import type { PlanView } from '../../../contract/plan';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { dateOf } from '../../../lib/time';
import {
  type ClassChips,
  type ClassForm,
  classChips,
  classForm,
  classOf,
  type DayLine,
  dayLines,
  NEW_CLASS,
  type PlanLook,
  planLook,
  withWeek,
} from './plan.view';

const NO_CHIPS: ClassChips = { area: [], course: [], venue: [], weekday: [], weeks: [] };

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
    sheet: '' as '' | 'class' | 'write' | 'move' | 'propose',
    chosen: null as { id: string; title: string; text: string } | null,
    form: NEW_CLASS,
    chips: NO_CHIPS,
    moveTo: 1,
    words: '',
    wrong: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
    busy: false,
  },
  plan: null as PlanView | null,
  /** The class that is being written anew, '' for a new one. */
  editing: '',
  draft: draftOf<ClassForm>('plan:class', NEW_CLASS),
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
    try {
      const { year, month } = this.data;
      const [plan, { items }] = await Promise.all([
        call('plan.get', { year: Number(year) }),
        call('plan.days', { year: Number(year), month }),
      ]);
      this.show(plan);
      this.setData({ days: plan.edition === 0 ? [] : dayLines(items, serverNow()) });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (this.data.view === null) this.setData({ state, offline, gone: says });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(plan: PlanView) {
    this.plan = plan;
    this.setData({ state: 'ready', view: planLook(plan, this.data.month, serverNow()) });
  },
  /** Days exist of what was approved only. */
  async fetchDays() {
    if (this.plan === null || this.plan.edition === 0) {
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
    if (this.plan !== null) this.show(this.plan);
    await this.fetchDays();
  },

  onClass(event: WechatMiniprogram.TouchEvent) {
    if (this.data.view?.canEdit !== true) return;
    const { id } = event.currentTarget.dataset;
    const chosen = this.data.view.lines.find((one) => one.id === id) ?? null;
    this.setData({ chosen, sheet: 'class', wrong: '' });
  },
  onAdd() {
    this.editing = '';
    this.draft = draftOf<ClassForm>('plan:class', NEW_CLASS);
    this.write(this.draft.read());
  },
  onEdit() {
    const one = this.plan?.classes.find(({ id }) => id === this.data.chosen?.id);
    if (one === undefined) return;
    this.editing = one.id;
    this.draft = draftOf<ClassForm>(`plan:class:${one.id}`, classForm(one));
    this.write(this.draft.read());
  },
  write(form: ClassForm) {
    if (this.plan === null) return;
    this.setData({ sheet: 'write', form, chips: classChips(this.plan, form), wrong: '' });
  },
  keep(change: Partial<ClassForm>) {
    if (this.data.wrong !== '') this.draft.renew();
    const form = this.draft.keep(change);
    this.setData({ form, wrong: '' });
    if (this.plan !== null) this.setData({ chips: classChips(this.plan, form) });
  },
  onText(event: WechatMiniprogram.Input) {
    this.keep({ [event.currentTarget.dataset.field]: event.detail.value });
  },
  onTime(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ start: event.detail.value });
  },
  onChip(event: WechatMiniprogram.TouchEvent) {
    const { field, value } = event.currentTarget.dataset;
    const { form } = this.data;
    if (field === 'weekday') this.keep({ weekday: Number(value) });
    else if (field === 'weeks') this.keep({ weeks: withWeek(form.weeks, Number(value)) });
    // The chips were drawn from the closed lists of these fields.
    else this.keep({ [field]: form[field as 'courseId'] === value ? '' : value });
  },
  async onStore() {
    const said = classOf(this.data.form);
    if (typeof said === 'string') {
      this.setData({ wrong: said });
      return;
    }
    const input = { year: this.yearNumber(), month: this.data.month, id: this.editing || null, class: said };
    const stored = await this.give(() => call('plan.put', input, { rid: this.draft.rid() }), '记下了');
    if (stored) this.draft.drop();
    else this.draft.renew();
  },
  yearNumber() {
    return Number(this.data.year);
  },

  onMoving() {
    const one = this.plan?.classes.find(({ id }) => id === this.data.chosen?.id);
    if (one === undefined || this.plan === null) return;
    const form = classForm(one);
    this.draft = draftOf<ClassForm>(`plan:move:${one.id}`, form);
    this.draft.keep(form);
    this.setData({
      sheet: 'move',
      form,
      chips: classChips(this.plan, form),
      moveTo: one.month,
      wrong: '',
    });
  },
  onMoveTo(event: WechatMiniprogram.TouchEvent) {
    this.setData({ moveTo: Number(event.currentTarget.dataset.month) });
  },
  async onMove() {
    const said = classOf(this.data.form);
    const { chosen, moveTo: month } = this.data;
    if (typeof said === 'string' || chosen === null) return;
    const input = { year: this.yearNumber(), id: chosen.id, month, weekday: said.weekday, weeks: said.weeks };
    if (await this.give((rid) => call('plan.move', input, { rid }), `挪到 ${month} 月了`)) this.draft.drop();
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

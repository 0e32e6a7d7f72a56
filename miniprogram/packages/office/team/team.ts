import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf } from '../../../api/failures';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { type ActivityLine, activityLine, teamWord } from '../../../lib/activity-line';
import { pickedDay } from '../../../lib/time';
import { EMPTY, KINDS, missing, type PlanForm, PROJECTS, planOf } from './team.view';

/** 服务队: the activities that I organise, and a new one. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    loaded: false,
    teams: [] as { value: string; title: string }[],
    coming: [] as ActivityLine[],
    past: [] as ActivityLine[],
    kinds: KINDS,
    projects: PROJECTS,
    sheet: false,
    form: { ...EMPTY },
    dayWord: '',
    wrong: '',
    trouble: '',
    news: '',
    busy: false,
  },
  draft: draftOf<PlanForm>('activity:plan', EMPTY),
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    try {
      const { output } = await load('activity.leading', {});
      const now = serverNow();
      this.setData({
        state: 'ready',
        loaded: true,
        teams: output.teams.map((team) => ({ value: team.id, title: teamWord(team) })),
        coming: output.coming.map((card) => activityLine(card, now)),
        past: output.past.map((card) => activityLine(card, now)),
      });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (!this.data.loaded) this.setData({ state, offline, gone: `这一页给队长用。${says}` });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  onPlan() {
    const form = this.draft.read();
    const teamId = form.teamId === '' ? (this.data.teams[0]?.value ?? '') : form.teamId;
    const dayWord = pickedDay(form.day);
    this.setData({ sheet: true, form: { ...form, teamId }, dayWord, trouble: '', wrong: '' });
  },
  onClose() {
    this.setData({ sheet: false });
  },
  onField(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    if (this.data.trouble !== '') this.draft.renew();
    const form = { ...this.data.form, [event.currentTarget.dataset.field]: event.detail.value };
    this.draft.keep(form);
    this.setData({ form, dayWord: pickedDay(form.day), trouble: '', wrong: '' });
  },
  async onHandIn() {
    if (this.data.busy) return;
    const wrong = missing(this.data.form);
    if (wrong !== '') {
      this.setData({ wrong, trouble: wrong === 'endsAt' ? '散的时候要比开始晚' : '标红的还没填' });
      return;
    }
    this.setData({ busy: true, trouble: '' });
    try {
      const plan = planOf(this.data.form);
      const { title } = await call('activity.plan', plan, { rid: this.draft.rid() });
      this.draft.drop();
      this.setData({ sheet: false, news: `《${title}》贴出去了` });
      await this.load();
    } catch (failure) {
      const field = failure instanceof Refused ? failure.field : '';
      this.setData({ wrong: field === 'startsAt' ? 'day' : field, trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
});

import { call, serverNow } from '../../../api/call';
import { readInto } from '../../../api/desk-page';
import { troubleOf } from '../../../api/trouble';
import type { SurveyHeard } from '../../../contract/survey';
import { look } from '../../../device/look';
import { back } from '../../../device/open';
import { type SaidLine, saidLines, type WishGroup, wishGroups } from './needs.view';

/** 大伙想学啥 (S43): what was answered before class, by number and in people's own words and voices, without names. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as { people: number } | null,
    groups: [] as WishGroup[],
    said: [] as SaidLine[],
    more: false,
    busy: false,
    news: '',
  },
  before: null as number | null,

  async onLoad() {
    await this.load();
  },
  onShow() {
    this.setData(look());
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    await readInto(this, call('survey.heard', { before: null }));
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(heard: SurveyHeard) {
    if (heard.people === 0) {
      this.setData({ state: 'empty', gone: '今年还没人答。课单最上头就能答' });
      return;
    }
    this.before = heard.before;
    this.setData({
      state: 'ready',
      view: { people: heard.people },
      groups: wishGroups(heard),
      said: saidLines(heard.said, serverNow()),
      more: heard.before !== null,
      news: '',
    });
  },
  async onMore() {
    if (this.data.busy || this.before === null) return;
    this.setData({ busy: true, news: '' });
    try {
      const { said, before } = await call('survey.heard', { before: this.before });
      this.before = before;
      this.setData({ said: [...this.data.said, ...saidLines(said, serverNow())], more: before !== null });
    } catch (failure) {
      this.setData({ news: troubleOf(failure).says });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onBack() {
    await back('/packages/academic/desk/desk');
  },
});

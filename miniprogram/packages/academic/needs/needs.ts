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
  next: null as string | null,

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
    await readInto(this, call('survey.heard', { after: null }));
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show({ counted, said, next }: SurveyHeard) {
    if (counted === null || counted.people === 0) {
      this.setData({ state: 'empty', gone: '今年还没人答。课单最上头就能答' });
      return;
    }
    this.next = next;
    this.setData({
      state: 'ready',
      view: { people: counted.people },
      groups: wishGroups(counted),
      said: saidLines(said, serverNow()),
      more: next !== null,
      news: '',
    });
  },
  async onMore() {
    if (this.data.busy || this.next === null) return;
    this.setData({ busy: true, news: '' });
    try {
      const { said, next } = await call('survey.heard', { after: this.next });
      this.next = next;
      const shown = this.data.said;
      this.setData({
        said: [...shown, ...saidLines(said, serverNow(), shown.length)],
        more: next !== null,
      });
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

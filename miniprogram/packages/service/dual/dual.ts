import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { shown } from '../../../api/show';
import type { DualView } from '../../../contract/sesame';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import {
  type DualForm,
  EMPTY,
  formOf,
  inputOf,
  type ListsLook,
  listsLook,
  questions,
  ready,
  TABS,
  toggled,
} from './dual.view';

const NOBODY: DualView = { here: false, unit: '', skills: [], free: [], likes: [] };

/** 双报到: one minute, said once; the three lists come of it. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    here: false,
    editing: false,
    form: { ...EMPTY },
    questions: questions(EMPTY),
    ready: false,
    lists: null as ListsLook | null,
    tabs: TABS,
    tab: 'supply',
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
    busy: false,
  },
  view: NOBODY,
  draft: draftOf<DualForm>('dual', EMPTY),
  leaving: intention(),
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      const { output } = await load('dual.lists', {});
      this.setData({ state: 'ready', lists: listsLook(output, serverNow()) });
      this.show(output.mine);
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(view: DualView) {
    this.view = view;
    this.setData({ here: view.here });
    this.draw();
  },
  draw() {
    const form = formOf(this.view, this.draft.read());
    this.setData({ form, questions: questions(form), ready: ready(form) });
  },
  keep(change: Partial<DualForm>) {
    if (this.data.newsTone === 'rust') this.draft.renew();
    this.draft.keep({ ...this.data.form, ...change, touched: true });
    this.setData({ news: '', newsTone: 'pine' });
    this.draw();
  },
  onUnit(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ unit: event.detail.value });
  },
  onChip(event: WechatMiniprogram.TouchEvent) {
    // Written by this page's own markup.
    const { key, value } = event.currentTarget.dataset as {
      key: 'skills' | 'free' | 'likes';
      value: string;
    };
    this.keep({ [key]: toggled(this.data.form[key], value) });
  },
  onEdit() {
    this.setData({ editing: true, news: '' });
  },
  onTab(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ tab: event.detail.value });
  },
  async onHandIn() {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      const view = await call('dual.register', inputOf(this.data.form), { rid: this.draft.rid() });
      this.draft.drop();
      this.setData({ editing: false, news: '报到了。三张单子自己就排好了', newsTone: 'pine' });
      this.show(view);
      await this.load();
    } catch (failure) {
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
      await wx.pageScrollTo({ scrollTop: 0 });
    }
  },
  async onLeave() {
    if (this.data.busy) return;
    if (!(await ask('退出双报到？您说过的都删掉，随时能再来', '退出', '先不了'))) return;
    this.setData({ busy: true, news: '' });
    try {
      const view = await call('dual.leave', {}, { rid: this.leaving.rid() });
      this.leaving.answered();
      this.draft.drop();
      this.setData({ news: '退出了，您说过的都删掉了', newsTone: 'pine' });
      this.show(view);
      await this.load();
    } catch (failure) {
      if (failure instanceof Refused) this.leaving.answered();
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
});

import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type CourseLook, courseLook } from './course.view';

/** One course of the menu: order it, or take a seat where it is planned. `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as CourseLook | null,
    busy: false,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },
  id: '',
  intention: intention(),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const { output } = await load('course.get', { id: this.id });
      this.setData({ state: 'ready', view: courseLook(output, serverNow()) });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (this.data.view === null) this.setData({ state, offline, gone: says });
      else this.setData({ news: says, newsTone: 'rust' });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onOrder() {
    const { view, busy } = this.data;
    if (view === null || busy) return;
    const ordered = !view.chosen;
    this.setData({ busy: true, news: '' });
    try {
      await call('course.order', { ids: [this.id], ordered }, { rid: this.intention.rid() });
      this.intention.answered();
      await this.load();
      this.setData({ news: ordered ? '点上了。凑够人就排，排好告诉您' : '不点了', newsTone: 'pine' });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onMenu() {
    await open('/packages/school/menu/menu');
  },
});

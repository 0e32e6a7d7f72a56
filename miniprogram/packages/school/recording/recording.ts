import { call } from '../../../api/call';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { shown } from '../../../api/show';
import type { RecordedView } from '../../../contract/recorded';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { recordedText } from '../recorded/recorded.view';

/** One recorded lesson: plays when it is asked to, and leads to talking it over (S50). `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as RecordedView | null,
    text: '',
    busy: false,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },
  id: '',
  intention: intention(),

  async onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    await this.load();
  },
  onShow() {
    this.setData(look());
  },
  async load() {
    await shown(this, async () => {
      const view = await call('recorded.get', { id: this.id });
      this.setData({ state: 'ready', view, text: recordedText(view) });
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  /** Orders the course; where there is none, says what one would like to talk about. */
  async onTalk() {
    const { view, busy } = this.data;
    if (view === null || busy) return;
    if (view.courseId === null) {
      await open('/packages/service/say/say');
      return;
    }
    const ordered = !view.ordered;
    this.setData({ busy: true, news: '' });
    try {
      await call('course.order', { ids: [view.courseId], ordered }, { rid: this.intention.rid() });
      this.intention.answered();
      this.setData({
        view: { ...view, ordered },
        news: ordered ? '点上了。凑够人就坐下来聊，排好告诉您' : '不点了',
        newsTone: 'pine',
      });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onBack() {
    await open('/packages/school/recorded/recorded');
  },
});

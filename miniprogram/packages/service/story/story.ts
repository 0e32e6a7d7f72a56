import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { shown } from '../../../api/show';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type StoryLook, storyLook } from './story.view';

/** One story; during the notice anybody may object. `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as StoryLook | null,
    sheet: false,
    courses: [] as { value: string; title: string }[],
    choosing: false,
    words: '',
    trouble: '',
    news: '',
    busy: false,
  },
  id: '',
  linking: intention(),
  draft: draftOf('objection', { words: '' }),
  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.draft = draftOf(`objection:${this.id}`, { words: '' });
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      const { output } = await load('award.get', { id: this.id });
      this.setData({ state: 'ready', view: storyLook(output, serverNow()) });
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  onObject() {
    this.setData({ sheet: true, words: this.draft.read().words, trouble: '' });
  },
  onClose() {
    this.setData({ sheet: false });
  },
  onWrite(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    if (this.data.trouble !== '') this.draft.renew();
    this.draft.keep({ words: event.detail.value });
    this.setData({ words: event.detail.value, trouble: '' });
  },
  async onHandIn() {
    if (this.data.busy) return;
    this.setData({ busy: true });
    try {
      const view = await call(
        'award.object',
        { id: this.id, words: this.data.words },
        { rid: this.draft.rid() },
      );
      this.draft.drop();
      this.setData({
        sheet: false,
        news: '收到了，监督的同志去查。没人知道是您说的',
        view: { ...storyLook(view, serverNow()), canObject: false },
      });
    } catch (failure) {
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  /** The office makes the story material of a course, or takes it away again. */
  async onChoose() {
    try {
      const all = { track: null, group: null, method: null, program: null, communityId: null };
      const { output } = await load('course.menu', all);
      const courses = output.items.map(({ id, title }) => ({ value: id, title }));
      this.setData({
        courses: [...courses, { value: '', title: '哪门都不放' }],
        choosing: true,
        trouble: '',
      });
    } catch (failure) {
      this.setData({ news: saysOf(failure) });
    }
  },
  onNotNow() {
    this.setData({ choosing: false });
  },
  async onLink(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    if (this.data.busy) return;
    const { value } = event.detail;
    this.setData({ busy: true, trouble: '' });
    try {
      const input = { id: this.id, courseId: value === '' ? null : value };
      const view = await call('award.link', input, { rid: this.linking.rid() });
      this.linking.answered();
      this.setData({ choosing: false, news: '放好了', view: storyLook(view, serverNow()) });
    } catch (failure) {
      if (failure instanceof Refused) this.linking.answered();
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onCourse() {
    await open(this.data.view?.course ?? '');
  },
  async onBoard() {
    await open('/packages/service/awards/awards');
  },
});

import { call, Refused, saysOf, serverNow, Unreachable } from '../../../api/call';
import { type Draft, draftOf } from '../../../api/drafts';
import { shown } from '../../../api/show';
import { look } from '../../../device/look';
import { back } from '../../../device/open';
import {
  BLANK,
  COLUMNS,
  type ColumnKey,
  type Copied,
  enteredWords,
  lackIn,
  requestOf,
  type SlipLook,
  slipLook,
  visitMoment,
} from './lesson.view';

/** 送学记录条 that came back: the desk copies the three columns for the two of the visit. `?code=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as SlipLook | null,
    columns: COLUMNS,
    copied: BLANK,
    requests: [
      { value: 'errand', title: '当件代办交上去' },
      { value: 'wish', title: '当个微心愿交上去' },
      { value: '', title: '先不交' },
    ],
    busy: false,
    done: '',
    trouble: '',
  },
  code: '',
  draft: draftOf('paper:lesson', BLANK) as Draft<Copied>,

  async onLoad(query: Record<string, string | undefined>) {
    this.code = decodeURIComponent(query.code ?? '');
    this.draft = draftOf(`paper:lesson:${this.code}`, BLANK);
    await this.load();
  },
  onShow() {
    this.setData(look());
  },
  async load() {
    await shown(this, async () => {
      const target = await call('paper.read', { code: this.code });
      const view = target.is === 'home_lesson' ? slipLook(target, serverNow()) : null;
      if (view === null) this.setData({ state: 'empty', gone: '这张不归您录' });
      else if (view.over !== '') this.setData({ state: 'empty', gone: view.over });
      else this.setData({ state: 'ready', view, copied: this.draft.read() });
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },

  keep(change: Partial<Copied>) {
    // After a refusal, a change is a new intention.
    if (this.data.trouble !== '') this.draft.renew();
    this.setData({ copied: this.draft.keep(change), trouble: '' });
  },
  onText(event: WechatMiniprogram.TextareaInput) {
    const column = event.currentTarget.dataset.key as ColumnKey;
    this.keep({ [column]: event.detail.value });
  },
  onDay(event: WechatMiniprogram.TouchEvent) {
    this.keep({ day: Number(event.currentTarget.dataset.at) });
  },
  onRequest({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ request: detail.value });
  },
  onSigned() {
    this.keep({ signed: !this.data.copied.signed });
  },
  async onEnter() {
    const { view, copied, busy } = this.data;
    if (view === null || busy) return;
    const lack = lackIn(copied, view);
    if (lack !== '') {
      this.setData({ trouble: lack });
      return;
    }
    this.setData({ busy: true, trouble: '' });
    try {
      const { learned, done, missing, signed, day } = copied;
      const input = {
        code: this.code,
        columns: { learned: learned.trim(), done: done.trim(), missing: missing.trim() },
        request: requestOf(copied),
        at: visitMoment(day, serverNow()),
        signed,
      };
      const { state, elder, requested } = await call('paper.enter_lesson', input, { rid: this.draft.rid() });
      this.draft.drop();
      this.setData({ done: enteredWords(state, elder.name, requested) });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
    await wx.pageScrollTo({ scrollTop: 0 });
  },
  async onBack() {
    await back('/packages/paper/in/in');
  },
});

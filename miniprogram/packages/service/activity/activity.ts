import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import type { ActivityView } from '../../../contract/activity';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type ActivityLook, activityLook } from './activity.view';

type Plain = 'join' | 'leave' | 'confirm_hours' | 'not_there';
const EMPTY = { minutes: '', words: '' };

/** One activity: what, when, where, a place in it, and afterwards one's own hours. `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as ActivityLook | null,
    news: '',
    newsTone: 'pine' as 'pine' | 'millet' | 'rust',
    busy: false,
    sheet: false,
    form: { ...EMPTY },
    wrong: '',
    trouble: '',
  },
  id: '',
  intention: intention(),
  draft: draftOf('hours', EMPTY),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.draft = draftOf(`hours:${this.id}`, EMPTY);
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const { output } = await load('activity.get', { id: this.id });
      this.show(output);
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
  show(view: ActivityView) {
    this.setData({ state: 'ready', view: activityLook(view, serverNow()) });
  },

  async onMain() {
    const main = this.data.view?.main ?? '';
    if (main !== '') await this.give(main, main === 'join' ? '算上您了，到时候见' : '好，等队长认');
  },
  async onLeave() {
    if (await ask('去不了了？退一下就行，不用写理由', '退一下', '还去')) await this.give('leave', '退好了');
  },
  async onSkip() {
    if (await ask('这回没去成？不记时长，别的都不影响', '没去成', '去了'))
      await this.give('not_there', '知道了');
  },
  async give(command: Plain, said: string) {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      this.show(await call(`activity.${command}`, { id: this.id }, { rid: this.intention.rid() }));
      this.intention.answered();
      this.setData({ news: said, newsTone: 'pine' });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) {
        this.intention.answered();
        await this.load();
      }
      this.setData({ news: saysOf(failure), newsTone: failure instanceof Refused ? 'millet' : 'rust' });
    } finally {
      this.setData({ busy: false });
      await wx.pageScrollTo({ scrollTop: 0 });
    }
  },

  onCorrect() {
    const form = this.draft.read();
    const minutes = form.minutes === '' ? String(this.data.view?.hours?.minutes ?? '') : form.minutes;
    this.setData({ sheet: true, form: { ...form, minutes }, trouble: '', wrong: '' });
  },
  onClose() {
    this.setData({ sheet: false });
  },
  onWrite(event: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
    if (this.data.trouble !== '') this.draft.renew();
    const form = { ...this.data.form, [event.detail.name]: event.detail.value };
    this.draft.keep(form);
    this.setData({ form, trouble: '', wrong: '' });
  },
  async onAsk() {
    const minutes = Number(this.data.form.minutes);
    if (this.data.busy) return;
    if (!Number.isInteger(minutes) || this.data.form.minutes.trim() === '') {
      this.setData({ wrong: 'minutes', trouble: '写个整分钟数，比如 90' });
      return;
    }
    this.setData({ busy: true });
    try {
      const input = { id: this.id, minutes, words: this.data.form.words };
      this.show(await call('activity.correct_hours', input, { rid: this.draft.rid() }));
      this.draft.drop();
      this.setData({ sheet: false, news: '告诉队长了，改好给您看', newsTone: 'pine' });
    } catch (failure) {
      const wrong = failure instanceof Refused ? failure.field : '';
      this.setData({ wrong, trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onPaper() {
    await open(`/packages/service/certificate/certificate?id=${this.id}`);
  },
  async onDesk() {
    await open(`/packages/office/activity/activity?id=${this.id}`);
  },
});

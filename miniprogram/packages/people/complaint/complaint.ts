import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf } from '../../../api/failures';
import { troubleOf } from '../../../api/trouble';
import type { ComplaintView } from '../../../contract/complaint';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type ComplaintLook, complaintLook, STEPS, type Step } from './complaint.view';

/** One complaint: with its code for who said it (`?code=`), by its id for who answers (`?id=`). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as ComplaintLook | null,
    sheet: '' as '' | Step,
    title: '',
    asks: '',
    required: false,
    text: '',
    trouble: '',
    news: '',
    busy: false,
  },
  id: '',
  code: '',
  draft: draftOf('complaint:', { text: '' }),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.code = decodeURIComponent(query.code ?? '');
    this.draft = draftOf(`complaint:${this.id}${this.code}`, { text: '' });
  },
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
      // Never from this phone's cache: what was said without a name leaves nothing here.
      const view =
        this.code === ''
          ? await call('complaint.get', { id: this.id })
          : await call('complaint.look_up', { code: this.code });
      this.show(view);
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (this.data.view === null) this.setData({ state, offline, gone: says });
      else this.setData({ trouble: says });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(view: ComplaintView) {
    this.setData({ state: 'ready', view: complaintLook(view, serverNow()) });
  },

  async onMain() {
    const step = this.data.view?.main ?? '';
    if (step !== '') await this.begin(step);
  },
  async onOther(event: WechatMiniprogram.TouchEvent) {
    // The page draws these from the view.
    await this.begin(event.currentTarget.dataset.step as Step);
  },
  async begin(step: Step) {
    const { word, asks, required } = STEPS[step];
    if (asks !== '')
      this.setData({ sheet: step, title: word, asks, required, text: this.draft.read().text, trouble: '' });
    else if (step !== 'take_back' || (await ask('这一条收回？收回就不回话了', '收回'))) await this.give(step);
  },
  onClose() {
    this.setData({ sheet: '' });
  },
  onText({ detail }: WechatMiniprogram.TextareaInput) {
    if (this.data.trouble !== '') this.draft.renew();
    this.draft.keep({ text: detail.value });
    this.setData({ text: detail.value, trouble: '' });
  },
  async onHandIn() {
    const { sheet } = this.data;
    if (sheet !== '') await this.give(sheet);
  },
  async give(step: Step) {
    if (this.data.busy) return;
    this.setData({ busy: true, trouble: '', news: '' });
    try {
      this.show(await this.send(step));
      this.draft.drop();
      this.setData({ sheet: '', text: '', news: `好了：${STEPS[step].word}` });
    } catch (failure) {
      if (failure instanceof Refused) this.draft.renew();
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  send(step: Step): Promise<ComplaintView> {
    const { id, code } = this;
    const text = this.data.text.trim();
    const intention = { rid: this.draft.rid() };
    switch (step) {
      case 'take_up':
        return call('complaint.take_up', { id }, intention);
      case 'answer':
        return call('complaint.answer', { id, answer: text }, intention);
      case 'pass_up':
        return call('complaint.pass_up', { id, reason: text }, intention);
      case 'enough':
        return call('complaint.enough', { code }, intention);
      case 'press':
        return call('complaint.press', { code, words: text }, intention);
      case 'take_back':
        return call('complaint.take_back', { code }, intention);
    }
  },
  async onBack() {
    await open(this.code === '' ? '/packages/office/complaints/complaints' : '/packages/people/voice/voice');
  },
});

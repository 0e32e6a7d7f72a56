import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { DAYS, KINDS, type ShareLine, shareLine } from './sesame.view';

const EMPTY = { kind: '', text: '', days: '7' };

/** Three sesame actions: 开门 (somebody comes), 分享 (what one has or can do), 亮相 (a member's own promise). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    loaded: false,
    offers: [] as ShareLine[],
    promises: [] as ShareLine[],
    mayPromise: false,
    kinds: KINDS,
    days: DAYS,
    sheet: '' as '' | 'offer' | 'promise',
    form: { ...EMPTY },
    trouble: '',
    news: '',
    busy: false,
  },
  draft: draftOf('share', EMPTY),
  withdrawing: intention(),
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
      const { output } = await load('sesame.get', {});
      const now = serverNow();
      this.setData({
        state: 'ready',
        loaded: true,
        offers: output.offers.map((card) => shareLine(card, now)),
        promises: output.promises.map((card) => shareLine(card, now)),
        mayPromise: output.mayPromise,
      });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (!this.data.loaded) this.setData({ state, offline, gone: says });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  begin(sheet: 'offer' | 'promise') {
    this.draft = draftOf(`share:${sheet}`, EMPTY);
    this.setData({ sheet, form: this.draft.read(), trouble: '', news: '' });
  },
  onOffer() {
    this.begin('offer');
  },
  onPromise() {
    this.begin('promise');
  },
  onClose() {
    this.setData({ sheet: '' });
  },
  onField(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    if (this.data.trouble !== '') this.draft.renew();
    const form = this.draft.keep({ [event.currentTarget.dataset.field]: event.detail.value });
    this.setData({ form, trouble: '' });
  },
  async onHandIn() {
    const { form, sheet, busy } = this.data;
    if (busy) return;
    const kind = sheet === 'promise' ? 'promise' : form.kind === 'thing' ? 'thing' : 'skill';
    this.setData({ busy: true });
    try {
      const input = { kind, text: form.text, days: form.days === '30' ? 30 : 7 } as const;
      await call('share.put', input, { rid: this.draft.rid() });
      this.draft.drop();
      this.setData({ sheet: '', news: '贴出来了，想撤随时撤' });
      await this.load();
    } catch (failure) {
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onWithdraw(event: WechatMiniprogram.TouchEvent) {
    const { id } = event.currentTarget.dataset;
    if (this.data.busy || !(await ask('撤下来？不用写理由', '撤下来', '留着'))) return;
    this.setData({ busy: true, news: '' });
    try {
      await call('share.withdraw', { id }, { rid: this.withdrawing.rid() });
      this.withdrawing.answered();
      this.setData({ news: '撤下来了' });
      await this.load();
    } catch (failure) {
      if (failure instanceof Refused) this.withdrawing.answered();
      this.setData({ news: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
});

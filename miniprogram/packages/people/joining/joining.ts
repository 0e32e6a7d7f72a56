import { call, newRid, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { oneStep, shownOrSaid } from '../../../api/own-page';
import type { JoinedView } from '../../../contract/joining';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { type JoinedLook, joinedLook, missingOf, type PreviewLook, previewLook } from './joining.view';

const entering = draftOf('joining', { code: '' });

/** 社区那份记录: what the community wrote down before there was a phone, and what is on the phone, become one. */
Page({
  data: {
    ...look(),
    state: 'loading',
    offline: false,
    joined: null as JoinedLook | null,
    seen: null as PreviewLook | null,
    code: entering.read().code,
    missing: missingOf(entering.read().code),
    open: false,
    busy: false,
    trouble: '',
    said: '',
  },

  async onShow() {
    this.setData(look());
    await this.refresh();
  },
  async onPullDownRefresh() {
    await this.refresh();
    await wx.stopPullDownRefresh();
  },
  async retry() {
    this.setData({ state: 'loading' });
    await this.refresh();
  },
  async refresh() {
    await shownOrSaid(this, async () => this.show((await call('joining.mine', {})).joined));
  },
  show(joined: JoinedView | null) {
    this.setData({ state: 'ready', joined: joinedLook(joined, serverNow()) });
  },

  onCode(event: WechatMiniprogram.Input) {
    const code = event.detail.value.replace(/\D/g, '').slice(0, 6);
    entering.keep({ code });
    entering.renew();
    this.setData({ code, missing: missingOf(code), trouble: '' });
  },
  async onLook() {
    const { code } = this.data;
    if (missingOf(code) !== '') return;
    await this.attempt(async () => {
      const seen = previewLook(await call('joining.look', { code }, { rid: newRid() }));
      this.setData({ seen, open: true });
    });
  },
  onClose() {
    this.setData({ open: false });
  },
  async onConfirm() {
    await this.attempt(async () => {
      const joined = await call('joining.confirm', { code: this.data.code }, { rid: entering.rid() });
      entering.drop();
      this.show(joined);
      this.setData({ open: false, code: '', missing: missingOf(''), said: '合成一份了，以前的都在' });
    });
  },
  async onPart() {
    if (!(await ask('两份分开？合之前是谁的还是谁的', '分开', '先不分'))) return;
    await this.attempt(async () => {
      await call('joining.part', { personId: null }, { rid: newRid() });
      this.show(null);
      this.setData({ said: '分开了' });
    });
  },
  async attempt(step: () => Promise<void>) {
    await oneStep(this, step, () => entering.renew());
  },
});

import { load } from '../../../api/cache';
import { call, newRid, saysOf, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused } from '../../../api/failures';
import { troubleOf } from '../../../api/trouble';
import { ring } from '../../../device/ask';
import { look } from '../../../device/look';
import { back, open, pageBelow } from '../../../device/open';
import { type DangerLine, dangerLine } from './danger.view';

interface Found {
  phone: string;
  place: string;
}

/** 危急: who said words of danger; rung first, before anything else on the desk. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    open: [] as DangerLine[],
    called: [] as DangerLine[],
    /** Phone and place of the one that was opened. */
    found: {} as Record<string, Found>,
    notes: {} as Record<string, string>,
    busy: '',
    trouble: '',
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
      const { output } = await load('danger.list', { communityId: null });
      const lines = (cards: typeof output.open) => cards.map((card) => dangerLine(card, serverNow()));
      const [open, called] = [lines(output.open), lines(output.called)];
      const notes = Object.fromEntries(open.map(({ id }) => [id, this.draft(id).read().note]));
      this.setData({
        state: open.length + called.length === 0 ? 'empty' : 'ready',
        gone: '',
        open,
        called,
        notes,
      });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (this.data.state !== 'ready')
        this.setData({ state, offline, gone: `这一页给社区受理员用。${says}` });
    }
  },
  async onDesk() {
    if (pageBelow() === 'packages/office/triage/triage') await back();
    else await open('/packages/office/triage/triage');
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  draft(id: string) {
    return draftOf(`danger:${id}`, { note: '' });
  },
  async onRing(event: WechatMiniprogram.TouchEvent) {
    const id = String(event.currentTarget.dataset.id);
    const known = this.data.found[id];
    if (known !== undefined && known.phone !== '') return ring(known.phone);
    if (this.data.busy !== '') return;
    this.setData({ busy: id, trouble: '' });
    try {
      const { phone, building, door } = await call('danger.reveal', { id }, { rid: newRid() });
      const place = [building, door].filter((part) => part !== '').join(' ');
      this.setData({ [`found.${id}`]: { phone, place: place === '' ? '没留住处' : place } });
      if (phone !== '') ring(phone);
    } catch (failure) {
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: '' });
    }
  },
  onNote(event: WechatMiniprogram.Input) {
    const id = String(event.currentTarget.dataset.id);
    this.draft(id).keep({ note: event.detail.value });
  },
  async onCalled(event: WechatMiniprogram.TouchEvent) {
    const id = String(event.currentTarget.dataset.id);
    if (this.data.busy !== '') return;
    const draft = this.draft(id);
    this.setData({ busy: id, trouble: '' });
    try {
      await call('danger.called', { id, note: draft.read().note.trim() }, { rid: draft.rid() });
      draft.drop();
      await this.load();
    } catch (failure) {
      if (failure instanceof Refused) draft.renew();
      this.setData({ trouble: saysOf(failure) });
      if (failure instanceof Refused) await this.load();
    } finally {
      this.setData({ busy: '' });
    }
  },
});

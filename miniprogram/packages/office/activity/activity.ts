import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { shown } from '../../../api/show';
import type { ActivityDesk } from '../../../contract/activity';
import { look } from '../../../device/look';
import { type DeskLook, deskLook } from './activity.view';

/** Who comes, and their hours: confirmed by them, certified here. `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as DeskLook | null,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
    busy: false,
    /** Seat whose hours are being corrected; 'cancel' while calling it off. */
    sheet: '',
    minutes: '',
    reason: '',
  },
  id: '',
  intention: intention(),
  draft: draftOf('activity:cancel', { reason: '' }),
  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.draft = draftOf(`activity:cancel:${this.id}`, { reason: '' });
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      this.show(await call('activity.desk', { id: this.id }));
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(desk: ActivityDesk) {
    this.setData({ state: 'ready', view: deskLook(desk, serverNow()) });
  },
  async give(said: string, press: (rid: string) => Promise<ActivityDesk>) {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      this.show(await press(this.intention.rid()));
      this.intention.answered();
      this.setData({ sheet: '', news: said, newsTone: 'pine' });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({ sheet: '', news: saysOf(failure), newsTone: 'rust' });
      if (failure instanceof Refused) await this.load();
    } finally {
      this.setData({ busy: false });
    }
  },
  async onCertify(event: WechatMiniprogram.TouchEvent) {
    const { seat } = event.currentTarget.dataset;
    await this.give('认下了', (rid) => call('activity.certify', { id: this.id, seat }, { rid }));
  },
  onSettle(event: WechatMiniprogram.TouchEvent) {
    const { seat, minutes } = event.currentTarget.dataset;
    this.setData({ sheet: seat, minutes: String(minutes) });
  },
  onMinutes(event: WechatMiniprogram.Input) {
    this.setData({ minutes: event.detail.value });
  },
  async onSettled() {
    const { sheet: seat, minutes } = this.data;
    if (minutes.trim() === '') return;
    await this.give('改好了，请本人再核一眼', (rid) =>
      call('activity.settle', { id: this.id, seat, minutes: Number(minutes) }, { rid }),
    );
  },
  onCancel() {
    this.setData({ sheet: 'cancel', reason: this.draft.read().reason });
  },
  onReason(event: WechatMiniprogram.Input) {
    this.draft.keep({ reason: event.detail.value });
    this.setData({ reason: event.detail.value });
  },
  async onCancelled() {
    const { reason } = this.data;
    await this.give('告诉报名的人了', (rid) => call('activity.cancel', { id: this.id, reason }, { rid }));
    if (this.data.newsTone === 'pine') this.draft.drop();
  },
  onClose() {
    this.setData({ sheet: '' });
  },
});

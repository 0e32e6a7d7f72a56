import { load } from '../../../api/cache';
import { call, newRid, serverNow } from '../../../api/call';
import { type Draft, draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { outbox, type QueuedItem } from '../../../api/outbox';
import { removeRecording, saveRecording } from '../../../api/recordings';
import { troubleOf } from '../../../api/trouble';
import type { TripView } from '../../../contract/trip';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { dayTime } from '../../../lib/time';
import {
  BLANK,
  NEEDS,
  OFTEN,
  recordInput,
  type TripLook,
  tripLook,
  type Written,
  writtenAgain,
} from './trip.view';

/** One way out of the door: knock, say the digits, one sentence (S60, S68). `?id=` Works without a network. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    seen: '',
    view: null as TripLook | null,
    sheet: '',
    building: false,
    written: BLANK,
    needs: NEEDS,
    often: OFTEN,
    outcomes: [
      { value: 'met', title: '见着了' },
      { value: 'nobody', title: '家里没人' },
    ],
    trouble: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'frost' | 'rust',
    busy: false,
  },
  id: '',
  trip: null as TripView | null,
  waiting: 0,
  draft: draftOf('trip:', BLANK) as Draft<Written>,
  door: '',
  /** Rid of the refused item that is being put right, '' otherwise. */
  again: '',
  intention: intention(),
  stopWatching: () => undefined as unknown,

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.stopWatching = outbox.watch(({ items }) => this.follow(items.length));
  },
  onUnload() {
    this.stopWatching();
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
      const { output, seenAt } = await load('trip.get', { id: this.id });
      this.trip = output;
      this.setData({
        state: 'ready',
        seen:
          seenAt === null ? '' : `现在没网，照样能记，回头自己传。这是${dayTime(seenAt, serverNow())}的样子`,
      });
      this.show();
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (this.trip === null) this.setData({ state, offline, gone: says });
      else this.setData({ news: says, newsTone: 'rust' });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  /** What was sent meanwhile is no longer waiting: it is read back from the server. */
  follow(waiting: number) {
    const sent = waiting < this.waiting && !this.data.busy;
    this.waiting = waiting;
    this.show();
    if (sent) void this.load();
  },
  show() {
    if (this.trip !== null) this.setData({ view: tripLook(this.trip, outbox.state().items, serverNow()) });
  },

  async onTask(event: WechatMiniprogram.TouchEvent) {
    await open(String(event.currentTarget.dataset.link));
  },
  onDoor(event: WechatMiniprogram.TouchEvent) {
    const { key, door = '', outcome = 'met', building } = event.currentTarget.dataset;
    this.draft = draftOf(`trip:${this.id}:${key}:${door}`, BLANK);
    if (this.draft.read().outcome !== outcome)
      this.draft.keep({ outcome: outcome === 'nobody' ? 'nobody' : 'met' });
    // A door that is written down for the first time is named by this very intention.
    this.door = String(door);
    this.again = '';
    this.setData({
      sheet: String(key),
      building: building === true,
      trouble: '',
      written: this.draft.read(),
    });
  },
  onClose() {
    this.setData({ sheet: '' });
  },
  /** What came back refused is put right and goes again under its own name. */
  onEdit({ detail }: WechatMiniprogram.CustomEvent<{ item: QueuedItem }>) {
    const said = writtenAgain(detail.item);
    if (said === null) return;
    this.draft = draftOf(`trip:${this.id}:${said.stop}:${said.door}`, BLANK);
    this.draft.keep(said.written);
    this.door = said.door;
    this.again = detail.item.rid;
    this.setData({ sheet: said.stop, building: said.door !== '', trouble: '', written: this.draft.read() });
  },
  keep(change: Partial<Written>) {
    if (this.data.trouble !== '') this.draft.renew();
    this.setData({ written: this.draft.keep(change), trouble: '' });
  },
  onOutcome({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ outcome: detail.value === 'nobody' ? 'nobody' : 'met' });
  },
  onNeed(event: WechatMiniprogram.TouchEvent) {
    this.keep({ need: String(event.currentTarget.dataset.value) });
  },
  onField(event: WechatMiniprogram.Input) {
    this.keep({ [String(event.currentTarget.dataset.field)]: event.detail.value });
  },
  onOften(event: WechatMiniprogram.TouchEvent) {
    this.keep({ said: String(event.currentTarget.dataset.word) });
  },
  onScan() {
    wx.scanCode({
      onlyFromCamera: true,
      scanType: ['qrCode', 'wxCode' as 'qrCode'],
      success: ({ result, path }) => {
        const [, code = ''] = /(?:scene=h%3D|scene=h=|h=)?([0-9A-Za-z]{8})$/.exec(path ?? result) ?? [];
        if (code === '') this.setData({ trouble: '这不是户卡的码，再扫一下' });
        else this.keep({ card: code });
      },
      // Putting the camera away is no error.
      fail: () => undefined,
    });
  },
  async onSpoken({ detail }: WechatMiniprogram.CustomEvent<{ path: string; seconds: number }>) {
    const before = this.draft.read().recording;
    const path = await saveRecording(detail.path).catch(() => detail.path);
    this.keep({ recording: { path, seconds: detail.seconds } });
    if (before !== null) await removeRecording(before.path);
  },
  async onUnsay() {
    const { recording } = this.draft.read();
    this.keep({ recording: null });
    if (recording !== null) await removeRecording(recording.path);
  },

  /** Kept on the phone first, then sent once; without a network it waits there. */
  async onRecord() {
    if (this.data.busy) return;
    const { sheet, building } = this.data;
    const rid = this.again || this.draft.rid();
    const door = building ? this.door || rid : '';
    const made = recordInput(this.draft.read(), { id: this.id, stop: sheet, door });
    if ('missing' in made) return this.setData({ trouble: made.missing });
    this.setData({ busy: true, trouble: '' });
    try {
      const { recording } = this.draft.read();
      const posted = await outbox.post('trip.record', made.input, { rid, title: '敲门记的一句', recording });
      this.draft.drop();
      this.setData({ sheet: '' });
      this.took(
        posted.waits ? null : posted.output,
        made.input.need === null ? '记上了' : '记上了，要办的也交上去了',
      );
    } catch (failure) {
      this.failed(failure, true);
    } finally {
      this.setData({ busy: false });
    }
  },
  async onMain() {
    const main = this.data.view?.main ?? '';
    if (main === '' || this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      const title = main === 'start' ? '出发了' : '走完了';
      const posted = await outbox.post(`trip.${main}`, { id: this.id }, { rid: newRid(), title });
      this.took(
        posted.waits ? null : posted.output,
        main === 'start' ? '走吧。到门口先报四个数' : '走完了，辛苦',
      );
    } catch (failure) {
      this.failed(failure, false);
    } finally {
      this.setData({ busy: false });
    }
  },
  async onCancel() {
    if (!(await ask('这趟不去了？告诉过的人家会再告诉一声', '不去了', '再想想'))) return;
    try {
      this.took(
        await call('trip.cancel', { id: this.id }, { rid: this.intention.rid() }),
        '这趟不去了，都告诉到了',
      );
      this.intention.answered();
    } catch (failure) {
      if (failure instanceof Refused) this.intention.answered();
      this.failed(failure, false);
    }
  },
  took(trip: TripView | null, says: string) {
    if (trip !== null) this.trip = trip;
    // The copy for the road is renewed as long as there is a network.
    if (trip !== null) void this.load();
    this.setData({
      news: trip === null ? '没信号，照样记下了，回头自己传' : says,
      newsTone: trip === null ? 'frost' : 'pine',
    });
    this.show();
  },
  failed(failure: unknown, inSheet: boolean) {
    if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    if (failure instanceof Refused && inSheet) this.draft.renew();
    this.setData(inSheet ? { trouble: saysOf(failure) } : { news: saysOf(failure), newsTone: 'rust' });
  },
  async onBack() {
    await open('/packages/grid/board/board');
  },
});

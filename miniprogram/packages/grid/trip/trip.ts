import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { type Draft, draftOf } from '../../../api/drafts';
import { intention } from '../../../api/intention';
import { outbox, type QueuedItem } from '../../../api/outbox';
import { removeRecording, sayInstead } from '../../../api/recordings';
import { troubleOf } from '../../../api/trouble';
import type { TripView } from '../../../contract/trip';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { dayTime } from '../../../lib/time';
import { NO_CARD, scanCard } from '../lib/card-code';
import { cancelFrom, moveOnFrom, recordFrom } from './giving';
import { type TripLook, tripLook } from './trip.view';
import { BLANK, NEEDS, OFTEN, type Written, writtenAgain } from './written';

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
    scanCard((code) => {
      if (code === '') this.setData({ trouble: NO_CARD });
      else this.keep({ card: code });
    });
  },
  async onSpoken({ detail }: WechatMiniprogram.CustomEvent<{ path: string; seconds: number }>) {
    await sayInstead(this.draft.read().recording, detail, (recording) => this.keep({ recording }));
  },
  async onUnsay() {
    const { recording } = this.draft.read();
    this.keep({ recording: null });
    if (recording !== null) await removeRecording(recording.path);
  },

  async onRecord() {
    await recordFrom(this);
  },
  async onMain() {
    await moveOnFrom(this);
  },
  async onCancel() {
    if (await ask('这趟不去了？告诉过的人家会再告诉一声', '不去了', '再想想')) await cancelFrom(this);
  },
  async onBack() {
    await open('/packages/grid/board/board');
  },
});

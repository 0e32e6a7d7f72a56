import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import type { Slot } from '../../../contract/faculty';
import type { StationView } from '../../../contract/station';
import { knownCommunities, myCommunity } from '../../../device/counter';
import { look } from '../../../device/look';
import { communityChoices } from '../../../lib/community';
import { toggled } from '../../../lib/slots';
import {
  EMPTY,
  formOf,
  KINDS,
  reportOf,
  type StationForm,
  type StationLook,
  stationLook,
  topicChips,
} from './station.view';

/** 错峰送课 (S53, S58): who has no evening says in a minute when work is slack; the class comes to them. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    stations: [] as StationLook[],
    open: false,
    form: { ...EMPTY },
    kinds: KINDS,
    topics: topicChips([]),
    communities: [] as { value: string; title: string }[],
    trouble: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
    busy: false,
  },
  /** Which station is changed; '' for a new one. */
  id: '',
  answer: [] as StationView[],
  draft: draftOf<StationForm>('station:', EMPTY),
  intention: intention(),

  onLoad() {
    this.setData({
      communities: communityChoices(knownCommunities()),
    });
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
      const { items } = await call('station.mine', {});
      this.answer = items;
      const now = serverNow();
      this.setData({ state: 'ready', stations: items.map((station) => stationLook(station, now)) });
    } catch (failure) {
      if (this.data.state !== 'ready') this.setData({ state: 'error', offline: troubleOf(failure).offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(form: StationForm) {
    this.setData({ form, topics: topicChips(form.topics) });
  },
  keep(change: Partial<StationForm>) {
    if (this.data.trouble !== '') this.draft.renew();
    const form = { ...this.data.form, ...change };
    this.draft.keep(form);
    this.setData({ trouble: '' });
    this.show(form);
  },
  onReport(event: WechatMiniprogram.TouchEvent) {
    const { id = '' } = event.currentTarget.dataset;
    this.id = String(id);
    this.draft = draftOf<StationForm>(`station:${this.id}`, EMPTY);
    const station = this.answer.find((one) => one.id === this.id);
    const form = station ? formOf(station) : this.draft.read();
    const communityId = form.communityId === '' ? (myCommunity() ?? '') : form.communityId;
    this.setData({ open: true, trouble: '' });
    this.show({ ...form, communityId });
  },
  onClose() {
    this.setData({ open: false });
  },
  onField(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ [event.currentTarget.dataset.field]: event.detail.value });
  },
  onKind(event: WechatMiniprogram.TouchEvent) {
    const kind = this.data.kinds.find(({ value }) => value === event.currentTarget.dataset.kind);
    if (kind !== undefined) this.keep({ kind: kind.value });
  },
  onFree(event: WechatMiniprogram.CustomEvent<{ chosen: Slot[] }>) {
    this.keep({ slots: event.detail.chosen });
  },
  onTopic(event: WechatMiniprogram.TouchEvent) {
    const chip = this.data.topics.find(({ topic }) => topic === event.currentTarget.dataset.topic);
    if (chip !== undefined) this.keep({ topics: toggled(this.data.form.topics, chip.topic) });
  },
  async onSend() {
    if (this.data.busy) return;
    const report = reportOf(this.data.form);
    if (typeof report === 'string') {
      this.setData({ trouble: report });
      return;
    }
    this.setData({ busy: true, trouble: '' });
    try {
      await call(
        'station.report',
        { id: this.id === '' ? null : this.id, report },
        { rid: this.draft.rid() },
      );
      this.draft.drop();
      this.setData({ open: false, news: '记下了。凑齐一拨，课就送来，给您发消息', newsTone: 'pine' });
      await this.load();
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.draft.renew();
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onOpen(event: WechatMiniprogram.TouchEvent) {
    const station = this.answer.find(({ id }) => id === event.currentTarget.dataset.id);
    if (station === undefined || this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      const open = !station.open;
      await call('station.open', { id: station.id, open }, { rid: this.intention.rid() });
      this.intention.answered();
      await this.load();
      this.setData({ news: open ? '好，又算上您这儿' : '好，这阵子不来', newsTone: 'pine' });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
});

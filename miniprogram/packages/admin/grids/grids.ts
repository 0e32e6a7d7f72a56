import { load } from '../../../api/cache';
import { call, newRid, saysOf, serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import type { GridsView } from '../../../contract/grid';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { dateOf, pickedDay } from '../../../lib/time';
import { type GridCard, gridCards, quartersFrom, standIns } from './grids.view';

interface CoverForm {
  awayId: string;
  coverId: string;
  from: string;
  to: string;
}

const EMPTY: CoverForm = { awayId: '', coverId: '', from: '', to: '' };
/** Noon in Shanghai of `2026-12-01`: the day itself is what counts. */
const noon = (date: string) => Date.parse(`${date}T12:00:00+08:00`);

/** 网格: who covers which grid, who stands in meanwhile, and which buildings lie in it. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    offline: false,
    says: '',
    communityId: '',
    communities: [] as { id: string; name: string }[],
    cards: [] as GridCard[],
    sheet: '' as '' | 'cover' | 'quarters',
    about: null as GridCard | null,
    form: EMPTY,
    words: { from: '', to: '' },
    others: [] as { id: string; word: string }[],
    ready: false,
    today: '',
    name: '',
    text: '',
    said: '',
    trouble: '',
    busy: false,
  },

  view: null as GridsView | null,
  rid: '',

  async onShow() {
    this.setData(look());
    await this.load(null);
  },
  async onPullDownRefresh() {
    await this.load(this.data.communityId === '' ? null : this.data.communityId);
    await wx.stopPullDownRefresh();
  },
  async load(communityId: string | null) {
    try {
      const { output } = await load('grid.list', { communityId });
      this.show(output);
      this.setData({ state: 'ready' });
    } catch (failure) {
      const { says, offline } = troubleOf(failure);
      this.setData({ state: 'error', offline, says });
    }
  },
  show(view: GridsView) {
    this.view = view;
    const { communityId, communities } = view;
    this.setData({
      communityId,
      communities: communities.length > 1 ? communities : [],
      cards: gridCards(view, serverNow()),
      today: dateOf(serverNow()),
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load(null);
  },
  async onCommunity(event: WechatMiniprogram.CustomEvent) {
    this.setData({ said: '' });
    await this.load(String(event.currentTarget.dataset.id));
  },

  cardOf(event: WechatMiniprogram.CustomEvent | WechatMiniprogram.TouchEvent): GridCard | null {
    return this.data.cards.find(({ id }) => id === event.currentTarget.dataset.id) ?? null;
  },
  onCover(event: WechatMiniprogram.TouchEvent) {
    const about = this.cardOf(event);
    const only = about?.workers.length === 1 ? (about.workers[0]?.id ?? '') : '';
    this.setData({ sheet: 'cover', about, said: '', trouble: '' });
    this.setForm({ ...EMPTY, awayId: only });
  },
  onAway(event: WechatMiniprogram.CustomEvent) {
    this.setForm({ ...this.data.form, awayId: event.currentTarget.dataset.id, coverId: '' });
  },
  onBy(event: WechatMiniprogram.CustomEvent) {
    this.setForm({ ...this.data.form, coverId: event.currentTarget.dataset.id });
  },
  onDay(event: WechatMiniprogram.PickerChange) {
    this.setForm({ ...this.data.form, [event.currentTarget.dataset.field]: event.detail.value });
  },
  setForm(form: CoverForm) {
    this.rid = newRid();
    const others = this.view === null ? [] : standIns(this.view, form.awayId);
    const ready = form.awayId !== '' && form.coverId !== '' && form.from !== '' && form.to !== '';
    const words = { from: pickedDay(form.from), to: pickedDay(form.to) };
    this.setData({ form, words, others, ready, trouble: '' });
  },
  async onSetCover() {
    const { about, form, ready } = this.data;
    if (about === null || !ready) return;
    const input = {
      id: about.id,
      awayId: form.awayId,
      coverId: form.coverId,
      from: noon(form.from),
      to: noon(form.to),
    };
    await this.once(async () => {
      this.show(await call('grid.cover', input, { rid: this.rid }));
      this.setData({ sheet: '', said: '排好了，到日子自动派给代班的' });
    });
  },
  async onUncover(event: WechatMiniprogram.TouchEvent) {
    const { id, key } = event.currentTarget.dataset;
    if (!(await ask('这个代班不要了？事情照旧派给原来的网格员', '不要了', '留着'))) return;
    this.rid = newRid();
    await this.once(async () => {
      this.show(await call('grid.uncover', { id, key }, { rid: this.rid }));
      this.setData({ said: '撤了' });
    });
  },

  onQuarters(event: WechatMiniprogram.TouchEvent) {
    const about = this.cardOf(event);
    this.rid = newRid();
    this.setData({
      sheet: 'quarters',
      about,
      name: about?.name ?? '',
      text: (about?.quarters ?? []).join('\n'),
      said: '',
      trouble: '',
    });
  },
  onText(event: WechatMiniprogram.Input) {
    this.rid = newRid();
    this.setData({ text: event.detail.value, trouble: '' });
  },
  onName(event: WechatMiniprogram.Input) {
    this.rid = newRid();
    this.setData({ name: event.detail.value, trouble: '' });
  },
  async onSetQuarters() {
    const { about, text } = this.data;
    if (about === null) return;
    const name = this.data.name.trim();
    if (name === '') {
      this.setData({ trouble: '这片叫啥，写上' });
      return;
    }
    await this.once(async () => {
      this.show(
        await call('grid.describe', { id: about.id, name, quarters: quartersFrom(text) }, { rid: this.rid }),
      );
      this.setData({ sheet: '', said: '存好了，居民填住处的时候能点着选' });
    });
  },
  onClose() {
    this.setData({ sheet: '' });
  },
  async once(send: () => Promise<void>) {
    if (this.data.busy) return;
    this.setData({ busy: true, trouble: '' });
    try {
      await send();
    } catch (failure) {
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
});

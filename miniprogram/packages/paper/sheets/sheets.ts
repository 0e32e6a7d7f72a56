import { load } from '../../../api/cache';
import { call, Refused, saysOf, serverNow, Unreachable } from '../../../api/call';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import type { SlipsView } from '../../../contract/paper';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import {
  type About,
  isAbout,
  missingNote,
  monthItems,
  type SheetRow,
  type SlipLine,
  sheetRows,
  slipKind,
  slipLine,
  venueItems,
} from './sheets.view';

/** What can be printed: `?of=` `&id=` name what it is about; without them, one of the teaching points. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    about: 'venue' as About,
    venues: [] as { value: string; word: string }[],
    id: '',
    months: [] as { value: string; word: string }[],
    month: '',
    rows: [] as SheetRow[],
    slip: null as SlipLine | null,
    missing: '',
    busy: false,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },
  intention: intention(),
  notYet: [] as SlipsView['notYet'],
  onLoad(query: Record<string, string | undefined>) {
    const about = isAbout(query.of) ? query.of : 'venue';
    const months = about === 'venue' ? monthItems(serverNow()) : [];
    this.setData({ about, id: query.id ?? '', months, month: months[0]?.value ?? '' });
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      if (this.data.id !== '') {
        await this.loadSlips();
        this.show();
        return;
      }
      const { output } = await load('venue.list', { communityId: null });
      const venues = venueItems(output.items);
      this.setData({ venues, id: venues[0]?.value ?? '' });
      this.show();
    } catch (failure) {
      const { offline } = troubleOf(failure);
      this.setData({ state: 'error', offline });
    }
  },
  async loadSlips() {
    const kind = slipKind(this.data.about);
    if (kind === null) return;
    const slips = await call('paper.slips', { kind, id: this.data.id });
    this.notYet = slips.notYet;
    this.setData({ slip: slipLine(slips), missing: missingNote(slips.notYet) });
  },
  async onRevoke() {
    const { about, id, slip, busy } = this.data;
    const kind = slipKind(about);
    if (kind === null || slip === null || busy) return;
    if (!(await ask('印出去的这一版都作废？扫了、输了都不好使。再印是新码', '作废', '先留着'))) return;
    this.setData({ busy: true, news: '' });
    try {
      const input = { kind, id, edition: slip.edition };
      const slips = await call('paper.revoke', input, { rid: this.intention.rid() });
      this.intention.answered();
      this.setData({ slip: slipLine(slips), news: '作废了，从现在起那个码不好使', newsTone: 'pine' });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
      if (!(failure instanceof Refused)) return;
      this.intention.answered();
      await this.loadSlips();
    } finally {
      this.setData({ busy: false });
    }
  },
  show() {
    const { about, id, month } = this.data;
    this.setData({ state: id === '' ? 'empty' : 'ready', rows: sheetRows(about, id, month, this.notYet) });
  },
  onVenue(event: WechatMiniprogram.TouchEvent) {
    this.setData({ id: String(event.currentTarget.dataset.value) });
    this.show();
  },
  onMonth({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ month: detail.value });
    this.show();
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { type About, isAbout, monthItems, type SheetRow, sheetRows, venueItems } from './sheets.view';

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
  },
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
    if (this.data.id !== '') {
      this.show();
      return;
    }
    try {
      const { output } = await load('venue.list', { communityId: null });
      const venues = venueItems(output.items);
      this.setData({ venues, id: venues[0]?.value ?? '' });
      this.show();
    } catch (failure) {
      const { offline } = troubleOf(failure);
      this.setData({ state: 'error', offline });
    }
  },
  show() {
    const { about, id, month } = this.data;
    this.setData({ state: id === '' ? 'empty' : 'ready', rows: sheetRows(about, id, month) });
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

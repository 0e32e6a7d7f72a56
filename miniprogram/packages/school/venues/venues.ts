import { load } from '../../../api/cache';
import { troubleOf } from '../../../api/trouble';
import type { VenueCard } from '../../../contract/school';
import { knownCommunities, myCommunity } from '../../../device/counter';
import { look } from '../../../device/look';
import { STREET, type VenuesLook, venuesLook } from './venues.view';

/** 教学点: the 1+3+N network as a list by community; nobody is located (S13–S17). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    chosen: STREET,
    view: null as VenuesLook | null,
  },
  venues: [] as VenueCard[],

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const { output } = await load('venue.list', { communityId: null });
      this.venues = output.items;
      this.setData({ state: output.items.length === 0 ? 'empty' : 'ready' });
      this.draw(this.data.chosen);
    } catch (failure) {
      this.setData({ state: 'error', offline: troubleOf(failure).offline });
    }
  },
  draw(chosen: string) {
    this.setData({ chosen, view: venuesLook(this.venues, chosen, myCommunity(), knownCommunities()) });
  },
  onCommunity(event: WechatMiniprogram.TouchEvent) {
    this.draw(String(event.currentTarget.dataset.value));
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

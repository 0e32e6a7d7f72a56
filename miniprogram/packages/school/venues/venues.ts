import { load } from '../../../api/cache';
import { troubleOf } from '../../../api/trouble';
import type { VenueCard } from '../../../contract/school';
import { VENUE_TIERS } from '../../../contract/words';
import { look } from '../../../device/look';
import { known } from '../../../lib/text';

interface VenueLine {
  id: string;
  title: string;
  sub: string;
  sample: boolean;
}

const line = ({ id, name, alias, tier, place, sample }: VenueCard): VenueLine => ({
  id,
  title: alias === null ? known(name) : `${alias}（${known(name)}）`,
  sub: `${VENUE_TIERS[tier]} · ${place ?? '地址待填写'}`,
  sample,
});

/** 教学点: the 1+3+N network as a list; nobody is located (S13–S17). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    lines: [] as VenueLine[],
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const { output } = await load('venue.list', { communityId: null });
      this.setData({ state: output.items.length === 0 ? 'empty' : 'ready', lines: output.items.map(line) });
    } catch (failure) {
      this.setData({ state: 'error', offline: troubleOf(failure).offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

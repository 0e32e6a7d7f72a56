import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import type { VenueView } from '../../../contract/school';
import { VENUE_TIERS } from '../../../contract/words';
import { look } from '../../../device/look';
import { type SessionLine, sessionLine } from '../../../lib/session-line';
import { known } from '../../../lib/text';

interface VenueLook {
  title: string;
  tier: string;
  place: string;
  access: string;
  code: string;
  poster: string;
  today: SessionLine[];
}

function venueLook(view: VenueView, now: number): VenueLook {
  return {
    title: view.alias === null ? known(view.name) : `${view.alias}（${known(view.name)}）`,
    tier: VENUE_TIERS[view.tier],
    place: view.place ?? '待填写',
    access: view.access.join('，') || '待填写',
    code: view.code,
    poster: view.poster ?? '',
    today: view.today.map((card) => sessionLine(card, now)),
  };
}

/** One teaching point: today's classes, how to get in, and the code at its door. `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as VenueLook | null,
  },
  id: '',
  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const { output } = await load('venue.get', { id: this.id });
      this.setData({ state: 'ready', view: venueLook(output, serverNow()) });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (this.data.view === null) this.setData({ state, offline, gone: says });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

import { call, serverNow } from '../../../api/call';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import type { HoursView } from '../../../contract/home-lesson';
import { look } from '../../../device/look';
import { joined } from '../../../lib/text';
import { day } from '../../../lib/time';

/** One's own study hours, from being present and from confirmed visits; nobody else sees them (workflows 2.5). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    offline: false,
    exempt: false,
    year: '',
    total: 0,
    lines: [] as { key: number; title: string; text: string; value: string }[],
    busy: false,
    news: '',
  },
  intention: intention(),

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      this.show(await call('study_hours.get', {}));
    } catch (failure) {
      this.setData({ state: 'error', offline: troubleOf(failure).offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show({ exempt, year, total, items }: HoursView) {
    const now = serverNow();
    const lines = items.map(({ title, at, hours, from }) => ({
      key: at,
      title,
      text: joined(day(at, now), from === 'class' ? '到场听的' : '来家里讲的'),
      value: `${hours} 学时`,
    }));
    this.setData({ state: 'ready', exempt, year, total, lines });
  },
  async onExempt() {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      const exempt = !this.data.exempt;
      this.show(await call('study_hours.exempt', { exempt }, { rid: this.intention.rid() }));
      this.intention.answered();
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({ news: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
});

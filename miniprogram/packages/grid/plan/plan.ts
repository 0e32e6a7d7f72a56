import { call, Refused, saysOf, serverNow } from '../../../api/call';
import { type Draft, draftOf } from '../../../api/drafts';
import { shown } from '../../../api/show';
import type { OneTrip } from '../../../contract/trip';
import { look } from '../../../device/look';
import { dayChoices } from '../../../lib/time';
import { picking, planWord, timeChoices, timeOf, type WayLook, wayLooks, withBuilding } from './plan.view';

interface Planned {
  picked: string[];
  buildings: string[];
  day: number;
  at: string;
}
const EMPTY: Planned = { picked: [], buildings: [], day: 0, at: '' };
const AHEAD = 6;

/** A trip to the doors: what lies on the way, and buildings where nobody has asked for anything (S60, S68). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    community: '',
    ways: [] as WayLook[],
    buildings: [] as string[],
    hints: [] as string[],
    typed: '',
    days: [] as { at: number; word: string; date: string }[],
    day: 0,
    times: [] as { value: string; word: string }[],
    at: '',
    word: '',
    ready: false,
    busy: false,
    trouble: '',
  },
  draft: draftOf('trip:plan', EMPTY) as Draft<Planned>,
  choices: { communityId: '', ways: [] as OneTrip[], most: 4, buildings: [] as string[] },

  onLoad(query: Record<string, string | undefined>) {
    const picked = (query.pick ?? '').split(',').filter((id) => id !== '');
    if (picked.length > 0) this.draft.keep({ picked });
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      const options = await call('trip.options', {});
      this.choices = options;
      const known = options.ways.flatMap(({ matters }) => matters.map(({ id }) => id));
      // What was withdrawn or handed on since is not kept ticked out of sight.
      const picked = this.draft.read().picked.filter((id) => known.includes(id));
      this.draft.keep({ picked });
      this.setData({ state: 'ready', community: options.community });
      this.show();
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show() {
    const now = serverNow();
    const { picked, buildings, ...kept } = this.draft.read();
    const days = dayChoices(now, 0, AHEAD);
    const day = days.find(({ at }) => at === kept.day)?.at ?? days[0]?.at ?? 0;
    const times = timeChoices(day, now);
    const at = times.find(({ value }) => value === kept.at)?.value ?? '';
    this.setData({
      ways: wayLooks(this.choices.ways, picked),
      buildings,
      hints: this.choices.buildings.filter(
        (one) => withBuilding(buildings, one, this.choices.most).length > buildings.length,
      ),
      days,
      day,
      times,
      at,
      word: planWord(picked.length, buildings.length, timeOf(at, now), now),
      ready: picked.length + buildings.length > 0 && at !== '',
    });
  },
  keep(change: Partial<Planned>) {
    if (this.data.trouble !== '') this.draft.renew();
    this.draft.keep(change);
    this.setData({ trouble: '' });
    this.show();
  },
  onMatter(event: WechatMiniprogram.TouchEvent) {
    const { picked } = this.draft.read();
    const next = picking(picked, String(event.currentTarget.dataset.id), this.choices.most);
    this.keep({ picked: next });
    if (next.length === picked.length)
      this.setData({ trouble: `一趟最多 ${this.choices.most} 件，多了赶不完` });
  },
  onTyped(event: WechatMiniprogram.Input) {
    this.setData({ typed: event.detail.value });
  },
  onAdd() {
    this.keep({ buildings: withBuilding(this.draft.read().buildings, this.data.typed, this.choices.most) });
    this.setData({ typed: '' });
  },
  onHint(event: WechatMiniprogram.TouchEvent) {
    const building = String(event.currentTarget.dataset.building);
    this.keep({ buildings: withBuilding(this.draft.read().buildings, building, this.choices.most) });
  },
  onOut(event: WechatMiniprogram.TouchEvent) {
    const building = String(event.currentTarget.dataset.building);
    this.keep({ buildings: this.draft.read().buildings.filter((one) => one !== building) });
  },
  onDay(event: WechatMiniprogram.TouchEvent) {
    this.keep({ day: Number(event.currentTarget.dataset.at), at: '' });
  },
  onTime(event: WechatMiniprogram.TouchEvent) {
    this.keep({ at: String(event.currentTarget.dataset.value), day: this.data.day });
  },
  async onPlan() {
    const { ready, busy, at } = this.data;
    if (!ready || busy) return;
    this.setData({ busy: true, trouble: '' });
    try {
      const { picked, buildings } = this.draft.read();
      const { communityId } = this.choices;
      const input = { communityId, at: timeOf(at, serverNow()), matters: picked, buildings };
      const { id } = await call('trip.plan', input, { rid: this.draft.rid() });
      this.draft.drop();
      await wx.redirectTo({ url: `/packages/grid/trip/trip?id=${id}` });
    } catch (failure) {
      if (failure instanceof Refused) this.draft.renew();
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
});

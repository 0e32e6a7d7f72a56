import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { shown } from '../../../api/show';
import type { Half, RouteView } from '../../../contract/route';
import type { Route } from '../../../contract/words';
import { knownCommunities, myCommunity } from '../../../device/counter';
import { look } from '../../../device/look';
import { back, open } from '../../../device/open';
import { communityChoices } from '../../../lib/community';
import { isRoute } from '../lib/stop-line';
import { type BookDraft, type BookLook, bookLook, EMPTY, wishOf } from './book.view';

const draft = draftOf<BookDraft>('walk', EMPTY);

/** Books a stop of a route for a group. `?route=&stop=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as BookLook | null,
    form: draft.read(),
    week: ['一', '二', '三', '四', '五', '六', '日'],
    halves: [
      { value: 'morning', title: '上午' },
      { value: 'afternoon', title: '下午' },
    ],
    communities: [] as { value: string; title: string }[],
    busy: false,
    news: '',
  },
  code: 'red_classic' as Route,
  month: '',
  answer: null as RouteView | null,

  onLoad(query: Record<string, string | undefined>) {
    if (isRoute(query.route)) this.code = query.route;
    if (query.stop !== undefined && query.stop !== draft.read().stopId)
      draft.keep({ stopId: query.stop, day: 0 });
    if (draft.read().communityId === '') draft.keep({ communityId: myCommunity() ?? '' });
    this.setData({
      communities: communityChoices(knownCommunities()),
    });
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      this.answer = await call('route.get', { code: this.code });
      const bookable = this.answer.stops.filter((stop) => stop.next.includes('book'));
      // One stop to choose from is no question.
      if (bookable.length === 1 && bookable[0]) draft.keep({ stopId: bookable[0].id });
      this.draw();
      this.setData({
        state: bookable.length === 0 ? 'empty' : 'ready',
        gone: '这条线眼下没有能约的站',
      });
    });
  },
  draw() {
    if (this.answer === null) return;
    const form = draft.read();
    this.setData({ form, view: bookLook(this.answer, form, this.month, serverNow()) });
  },
  keep(change: Partial<BookDraft>) {
    // After a refusal a change is a new intention.
    if (this.data.news !== '') draft.renew();
    draft.keep(change);
    this.setData({ news: '' });
    this.draw();
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  onStop(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.month = '';
    this.keep({ stopId: event.detail.value, day: 0 });
  },
  /** Somebody else of the route in the month that is looked at. */
  onInstead(event: WechatMiniprogram.TouchEvent) {
    this.keep({ stopId: String(event.currentTarget.dataset.id), day: 0 });
  },
  async onRoutes() {
    await open('/packages/school/routes/routes');
  },
  onMonth(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.month = event.detail.value;
    this.keep({ day: 0 });
  },
  onDay(event: WechatMiniprogram.TouchEvent) {
    const { at, can } = event.currentTarget.dataset;
    if (can) this.keep({ day: Number(at) });
  },
  onHalf(event: WechatMiniprogram.CustomEvent<{ value: Half }>) {
    this.keep({ half: event.detail.value });
  },
  onCommunity(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ communityId: event.detail.value });
  },
  onText(event: WechatMiniprogram.Input) {
    const { field } = event.currentTarget.dataset;
    this.keep({ [field]: event.detail.value });
  },
  async onSend() {
    const { view, busy } = this.data;
    if (view === null || busy) return;
    if (view.missing !== '') {
      this.setData({ news: view.missing });
      return;
    }
    this.setData({ busy: true, news: '' });
    try {
      const walk = await call('walk.book', wishOf(draft.read()), { rid: draft.rid() });
      draft.drop();
      await wx.redirectTo({ url: `/packages/school/walk/walk?id=${walk.id}` });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) {
        draft.renew();
        // Somebody was quicker: the months and days are drawn anew, with what is left.
        await this.load();
      }
      this.setData({ news: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onBack() {
    await back('/pages/school/school');
  },
});

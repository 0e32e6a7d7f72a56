import { call, serverNow } from '../../../api/call';
import { Refused, saysOf } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import { ask } from '../../../device/ask';
import { knownCommunities } from '../../../device/counter';
import { look } from '../../../device/look';
import { back, open, pageBelow } from '../../../device/open';
import { COMPANIES, daysAt, promiseWord, type WishLook, wishLook } from './wish.view';

const NO_WISH: WishLook = {
  id: '',
  text: '',
  community: '',
  since: '',
  returned: false,
  mine: false,
  sample: false,
  takes: false,
  joins: false,
  leaves: false,
  company: '',
  note: '',
};

/** One wish, and 我来办: asks only for a day (visual.md 12.7). `?id=` `&take=1` opens the sheet at once. `&course=` from a class. */
Page({
  data: {
    ...look(),
    wish: NO_WISH,
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    /** Why it cannot be taken any more, said kindly. */
    gone: '',
    sheet: false,
    days: daysAt(serverNow(), 0),
    chosen: null as number | null,
    promise: '',
    companies: COMPANIES,
    company: 1,
    busy: false,
    trouble: '',
  },
  id: '',
  take: false,
  course: '',
  step: 0,
  intention: intention(),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.intention = intention();
    this.take = query.take === '1';
    this.course = query.course ?? '';
    void this.load();
  },
  onShow() {
    this.setData(look());
  },

  async load() {
    this.setData({ state: 'loading' });
    try {
      const wish = wishLook(await call('wish.get', { id: this.id }), knownCommunities(), serverNow());
      this.setData({ state: 'ready', wish });
      if (this.take && wish.takes) this.onTake();
      this.take = false;
    } catch (failure) {
      const { state, offline } = troubleOf(failure);
      this.setData({ state, offline, gone: state === 'empty' ? '这个心愿已经有人接了，或是撤回了' : '' });
    }
  },

  onTake() {
    this.step = 0;
    this.setData({ sheet: true, chosen: null, trouble: '' });
    this.showDays();
  },
  onClose() {
    this.setData({ sheet: false });
  },
  onLater() {
    this.step += 1;
    this.showDays();
  },
  onSooner() {
    this.step -= 1;
    this.showDays();
  },
  showDays() {
    const days = daysAt(serverNow(), this.step);
    const seen = days.choices.some(({ at }) => at === this.data.chosen);
    const chosen = seen ? this.data.chosen : null;
    this.setData({ days, chosen, promise: promiseWord(days, chosen) });
  },
  onDay(event: WechatMiniprogram.TouchEvent) {
    const chosen = Number(event.currentTarget.dataset.at);
    this.setData({ chosen, promise: promiseWord(this.data.days, chosen), trouble: '' });
  },

  onCompany(event: WechatMiniprogram.TouchEvent) {
    this.setData({ company: Number(event.currentTarget.dataset.value) });
  },
  /** 帮帮团: goes along, or cannot come. */
  async onAlong() {
    const { wish, busy } = this.data;
    const command = wish.joins ? 'team_up' : 'step_out';
    if (busy || (command === 'step_out' && !(await ask('这回来不了了？跟领头的说一声', '来不了', '还去'))))
      return;
    this.setData({ busy: true, trouble: '' });
    try {
      await call(`request.${command}`, { id: this.id }, { rid: this.intention.rid() });
      this.intention.answered();
      await wx.redirectTo({ url: `../helping/helping${command === 'team_up' ? '?taken=1' : ''}` });
    } catch (failure) {
      if (failure instanceof Refused) this.refused(failure);
      else this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },

  async onPromise() {
    const { chosen, busy } = this.data;
    if (chosen === null || busy) return;
    this.setData({ busy: true, trouble: '' });
    try {
      const from = this.course === '' ? {} : { sourceCourseId: this.course };
      const { company } = this.data;
      const together = company > 1 ? { company } : {};
      await call(
        'request.claim',
        { id: this.id, promisedFor: chosen, ...from, ...together },
        { rid: this.intention.rid() },
      );
      this.intention.answered();
      await wx.redirectTo({ url: '../helping/helping?taken=1' });
    } catch (failure) {
      if (failure instanceof Refused) this.refused(failure);
      else this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  /** Somebody was first, or it is one's own: there are others to look at. */
  refused(failure: Refused) {
    this.intention.answered();
    const over = [
      'CLAIMED_BY_OTHER',
      'OWN_MATTER',
      'NOT_FOUND',
      'NOT_NOW',
      'NOT_ALLOWED',
      'PLACES_FULL',
    ].includes(failure.code);
    if (over) this.setData({ sheet: false, state: 'empty', gone: failure.says });
    else this.setData({ trouble: failure.says });
  },

  async onMine() {
    await open(`/packages/service/request/request?id=${this.id}`);
  },
  async onOthers() {
    if (pageBelow() === 'packages/service/wall/wall') await back();
    else await wx.redirectTo({ url: '../wall/wall' });
  },
});

import { load } from '../../../api/cache';
import { call, newRid, serverNow } from '../../../api/call';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { isOnline } from '../../../api/network';
import { outbox } from '../../../api/outbox';
import { troubleOf } from '../../../api/trouble';
import type { ConsoleView } from '../../../contract/school';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { paperLink } from '../../../lib/paper-link';
import { clock, dayTime } from '../../../lib/time';
import { type ConsoleLook, consoleLook } from './console.view';
import { waitsOf } from './waiting';

const TICK_MS = 1_000;

/** 班主任·今晚: ten seconds to count a room (visual.md 12.11). `?id=` */
Page({
  data: {
    ...look(),
    printLink: '',
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as ConsoleLook | null,
    seen: '',
    code: '',
    digits: '',
    digitsNote: '',
    left: 0,
    codeTrouble: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'millet' | 'rust',
    sending: '',
    sheet: '' as '' | 'edit' | 'cancel' | 'after' | 'door',
    whom: { seat: '', name: '', asks: '' },
    wrong: '',
    busy: false,
  },
  id: '',
  nextAt: 0,
  timer: 0,
  intention: intention(),
  last: null as ConsoleView | null,
  unsent: 0,
  stopWatching: (() => undefined) as () => void,

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.setData({ printLink: paperLink('session', this.id) });
  },
  async onShow() {
    this.setData(look());
    void wx.setKeepScreenOn({ keepScreenOn: true });
    await this.load();
    this.stopWatching();
    this.stopWatching = outbox.watch(() => this.onOutbox());
    clearInterval(this.timer);
    this.timer = setInterval(() => void this.tick(), TICK_MS) as unknown as number;
  },
  onHide() {
    this.rest();
  },
  onUnload() {
    this.rest();
  },
  rest() {
    this.stopWatching();
    clearInterval(this.timer);
    void wx.setKeepScreenOn({ keepScreenOn: false });
  },

  async load() {
    try {
      await this.fetchRoster();
      await this.fetchCode();
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (state === 'empty') this.handedOver(says);
      else if (this.data.view === null) this.setData({ state, offline, gone: says });
      else this.setData({ news: says, newsTone: 'rust' });
    }
  },
  /** Another hosts it: neither list nor code stays on this screen. */
  handedOver(says: string) {
    const gone = this.last === null ? says : '这节课换了班主任，名单不在您这儿了';
    this.rest();
    this.last = null;
    this.setData({ state: 'empty', view: null, gone, code: '', digits: '', news: '', seen: '', sheet: '' });
  },
  async onOthers() {
    await wx.redirectTo({ url: '/packages/office/hosting/hosting' });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  /** The list as the server has it, or the last copy of this phone with its time. */
  async fetchRoster() {
    const { last } = this;
    const { output, seenAt } = await load('session.console', { id: this.id });
    // What was written and answered meanwhile is newer than a list that was asked for before it.
    if (last !== this.last) return;
    this.show(output);
    const seen =
      seenAt === null ? '' : `现在没网，照样能点，回头自己传。这是${dayTime(seenAt, serverNow())}的名单`;
    this.setData({ seen });
  },
  show(view: ConsoleView) {
    this.last = view;
    this.draw();
  },
  draw() {
    if (this.last === null) return;
    const waits = waitsOf(outbox.state().items, this.id);
    this.unsent = waits.size;
    this.setData({ state: 'ready', view: consoleLook(this.last, serverNow(), waits) });
  },
  /** Something more waits, or what waited has arrived: then the list is asked for again. */
  onOutbox() {
    const before = this.unsent;
    this.draw();
    if (this.unsent < before) void this.refresh();
  },

  /** Every second the ring; when the code's time is over, the next code and who came by it. */
  async tick() {
    const left = Math.max(0, Math.ceil((this.nextAt - serverNow()) / 1000));
    if (left !== this.data.left) this.setData({ left });
    if (left > 0 || this.data.view?.canShowCode !== true || this.data.busy) return;
    await this.fetchCode();
    await this.refresh();
  },
  async fetchCode() {
    if (this.data.view?.canShowCode !== true) return;
    if (!isOnline()) {
      this.setData({ code: '', digits: '', codeTrouble: '没网，先点名' });
      return;
    }
    try {
      const { content, nextAt, digits, digitsUntil } = await call('session.code', { id: this.id });
      this.nextAt = nextAt;
      this.setData({ digits, digitsNote: `管到 ${clock(digitsUntil)}` });
      this.setData({ code: content, codeTrouble: '', left: Math.ceil((nextAt - serverNow()) / 1000) });
    } catch (failure) {
      this.nextAt = serverNow() + 5 * TICK_MS;
      this.setData({ code: '', digits: '', codeTrouble: `${saysOf(failure)}。先点名也行` });
    }
  },
  async refresh() {
    try {
      await this.fetchRoster();
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      // 换了班主任: names of people are no longer theirs to see. Otherwise the list stays; the next tick asks again.
      if (troubleOf(failure).state === 'empty') this.handedOver(saysOf(failure));
    }
  },

  async onMark(event: WechatMiniprogram.TouchEvent) {
    const { seat, name, arrived } = event.currentTarget.dataset;
    if (this.data.sending !== '') return;
    if (this.data.view?.after && !arrived) {
      const row = this.data.view.rows.find((each) => each.seat === seat);
      this.setData({
        sheet: 'after',
        whom: { seat: String(seat), name: String(name), asks: row?.asks ?? '' },
      });
      return;
    }
    if (arrived && !(await ask(`${name}还没到？把“到了”收回来`, '收回来', '到了'))) return;
    this.setData({ sending: String(seat), news: '' });
    try {
      const input = { id: this.id, seat: String(seat), arrived: !arrived };
      const title = `${arrived ? '收回来' : '点到'}：${name}`;
      const posted = await outbox.post('session.mark', input, { rid: newRid(), title });
      if (!posted.waits) this.show(posted.output);
    } catch (failure) {
      this.fail(failure);
    } finally {
      this.setData({ sending: '' });
    }
  },

  onEdit() {
    this.setData({ sheet: 'edit' });
  },
  onCancelClass() {
    this.setData({ sheet: 'cancel' });
  },
  onDoor() {
    this.setData({ sheet: 'door', wrong: '' });
  },
  /** 请人在门口帮着点到, or one tap and they no longer do. */
  async onSteward(event: WechatMiniprogram.TouchEvent) {
    const { seat, on } = event.currentTarget.dataset;
    if (this.data.busy) return;
    this.setData({ busy: true, wrong: '' });
    try {
      const input = { id: this.id, seat: String(seat), on: on === true };
      this.show(await call('session.steward', input, { rid: this.intention.rid() }));
      this.intention.answered();
      this.setData({ sheet: '', news: on ? '请了，给人发了消息' : '收回来了', newsTone: 'pine' });
    } catch (failure) {
      if (failure instanceof Refused) this.intention.answered();
      // What was tapped beside the list has no sheet to say it in.
      if (this.data.sheet === '') this.fail(failure);
      else this.setData({ wrong: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  onClose() {
    this.setData({ sheet: '' });
  },
  onChanged(event: WechatMiniprogram.CustomEvent<{ view: ConsoleView; news: string }>) {
    this.show(event.detail.view);
    this.setData({ sheet: '', news: event.detail.news, newsTone: 'pine' });
  },
  fail(failure: unknown) {
    if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    this.setData({ news: saysOf(failure), newsTone: 'rust' });
  },
});

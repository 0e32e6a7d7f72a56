import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { type DeskLook, type DeskStop, describedAs, deskLook } from './telling.view';

const slip = draftOf('telling:slip', { code: '' });
const facts = draftOf('telling:facts', { id: '', most: '', safety: '' });

/** 讲述人: who wants to come, 这个月歇歇, and the office's side of stops without an account. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    view: null as DeskLook | null,
    code: slip.read().code,
    invitation: '',
    describing: null as DeskStop | null,
    most: '',
    safety: '',
    wrong: '',
    busy: false,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },
  intention: intention(),

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const { stops, walks } = await call('walk.desk', {});
      this.setData({ state: 'ready', view: deskLook(stops, walks, serverNow()) });
    } catch (failure) {
      const { offline } = troubleOf(failure);
      if (this.data.view === null) this.setData({ state: 'error', offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  /** One command, with what is said afterwards. */
  async give(command: (rid: string) => Promise<unknown>, done: string): Promise<boolean> {
    if (this.data.busy) return false;
    this.setData({ busy: true, news: '' });
    try {
      await command(this.intention.rid());
      this.intention.answered();
      await this.load();
      this.setData({ news: done, newsTone: 'pine' });
      return true;
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
      return false;
    } finally {
      this.setData({ busy: false });
    }
  },
  stopOf(event: WechatMiniprogram.TouchEvent): DeskStop | undefined {
    return this.data.view?.stops.find(({ id }) => id === event.currentTarget.dataset.id);
  },
  async onRest(event: WechatMiniprogram.TouchEvent) {
    const stop = this.stopOf(event);
    if (stop === undefined) return;
    const resting = stop.rest === '这个月歇歇';
    await this.give(
      (rid) => call('route.rest', { id: stop.id, resting }, { rid }),
      resting ? '歇着吧，这个月不再有人约。已经答应的不动' : '好，又能约了',
    );
  },
  async onConsent(event: WechatMiniprogram.TouchEvent) {
    const stop = this.stopOf(event);
    if (stop === undefined) return;
    const given = stop.consent === '我同意讲';
    if (!given && !(await ask('先不讲了？以后想讲再说一声', '先不讲', '接着讲'))) return;
    await this.give(
      (rid) => call('route.consent', { id: stop.id, given }, { rid }),
      given ? '谢谢您，有人约就告诉您' : '好，不再有人约您',
    );
  },
  async onInvite(event: WechatMiniprogram.TouchEvent) {
    const stop = this.stopOf(event);
    if (stop === undefined) return;
    await this.give(async (rid) => {
      const { code } = await call('route.invite', { id: stop.id }, { rid });
      this.setData({ invitation: `${stop.name}：${code}` });
    }, '码给您了，写在条上交给本人');
  },
  onDescribe(event: WechatMiniprogram.TouchEvent) {
    const stop = this.stopOf(event);
    if (stop === undefined) return;
    const kept = facts.read();
    const { most, safety } = kept.id === stop.id ? kept : stop;
    this.setData({ describing: stop, most, safety, wrong: '' });
  },
  onFacts(event: WechatMiniprogram.Input) {
    const { field } = event.currentTarget.dataset;
    this.setData({ [field]: event.detail.value, wrong: '' });
    const { describing, most, safety } = this.data;
    facts.keep({ id: describing?.id ?? '', most, safety });
  },
  onClose() {
    this.setData({ describing: null });
  },
  async onStore() {
    const { describing, most, safety } = this.data;
    const described = describedAs(most, safety);
    if (describing === null) return;
    if (described === null) {
      this.setData({ wrong: '人数写 1 到 60 的整数，不知道就空着' });
      return;
    }
    const stored = await this.give(
      (rid) => call('route.describe', { id: describing.id, ...described }, { rid }),
      '存好了',
    );
    if (stored) facts.drop();
    this.setData(stored ? { describing: null } : { wrong: this.data.news });
  },
  onCode(event: WechatMiniprogram.Input) {
    slip.keep({ code: event.detail.value });
    this.setData({ code: event.detail.value });
  },
  async onAgree() {
    const { code } = this.data;
    if (code.trim() === '') {
      this.setData({ news: '先把条上的码写上', newsTone: 'rust' });
      return;
    }
    const agreed = await this.give((rid) => call('route.agree', { code }, { rid }), '谢谢您，有人约就告诉您');
    if (agreed) {
      slip.drop();
      this.setData({ code: '' });
    }
  },
});

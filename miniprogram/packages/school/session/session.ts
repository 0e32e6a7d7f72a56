import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { type Leave, WHERE_TO_SWITCH_ON } from '../../../api/leave';
import { askToRemind, canRemind, learnTemplates } from '../../../api/messages';
import { storage } from '../../../api/storage';
import { troubleOf } from '../../../api/trouble';
import type { SessionView } from '../../../contract/school';
import { ask } from '../../../device/ask';
import { myCommunity } from '../../../device/counter';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { dayTime } from '../../../lib/time';
import { type SessionLook, sessionLook } from './session.view';

type Command = 'take' | 'wait' | 'accept' | 'pass' | 'leave' | 'ask_correction' | 'take_back';

/** On this phone: 学员守则 was offered. */
const CODE_OFFERED = 'learner-code:offered';

const REMINDED: Readonly<Record<Leave, string>> = {
  yes: '开课前给您发消息',
  no: '不提醒也行，座还给您留着',
  off: WHERE_TO_SWITCH_ON,
};

/** One class: what, when, where, and whether I can sit (visual.md 12.3). `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    seen: '',
    gone: '',
    view: null as SessionLook | null,
    news: '',
    newsTone: 'pine' as 'pine' | 'millet' | 'rust',
    busy: false,
    remind: false,
    proposing: false,
    reminded: false,
    grouping: false,
    door: false,
    /** The code of one's own seat is held up. */
    seatCode: false,
    /** S29: 学员守则 is offered after the first sign-up, once; reading it is never asked for. */
    code: false,
  },
  id: '',
  intention: intention(),

  onLoad(query: Record<string, string | undefined>) {
    // A class's own code carries `s=` in its scene (workflows 10.6).
    const scene = decodeURIComponent(query.scene ?? '');
    this.id = query.id ?? scene.replace(/^s=/, '');
  },
  async onShow() {
    this.setData({ ...look(), remind: canRemind(['class']) });
    await this.load();
    await learnTemplates(myCommunity());
    this.setData({ remind: canRemind(['class']) });
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },

  async load() {
    try {
      const { output, seenAt } = await load('session.get', { id: this.id });
      this.show(output);
      this.setData({
        seen: seenAt === null ? '' : `现在没网，看不准还有几座。这是${dayTime(seenAt, serverNow())}的样子`,
      });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (this.data.view === null) this.setData({ state, offline, gone: says });
      else this.setData({ news: says, newsTone: 'rust' });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(view: SessionView) {
    this.setData({ state: 'ready', view: sessionLook(view, serverNow()) });
  },

  async onMain() {
    const main = this.data.view?.main;
    if (main === 'check_in') await open(`/packages/school/check-in/check-in?id=${this.id}`);
    else if (main === 'take' || main === 'wait' || main === 'accept') await this.give(main);
  },
  async onPass() {
    if (await ask('这座让给下一位？您随时能再排', '让给别人', '再想想')) await this.give('pass');
  },
  async onLeave() {
    const seated = this.data.view?.seated ?? false;
    if (
      await ask(
        seated ? '来不了了？座退给下一位，不用写理由' : '不排了？',
        seated ? '退一下' : '不排了',
        '还来',
      )
    )
      await this.give('leave');
  },

  onSeatCode() {
    this.setData({ seatCode: !this.data.seatCode });
  },
  onDoor() {
    this.setData({ door: true });
  },
  onCloseDoor() {
    this.setData({ door: false });
  },
  onGroup() {
    this.setData({ grouping: true });
  },
  onCloseGroup() {
    this.setData({ grouping: false });
  },
  onTaken(event: WechatMiniprogram.CustomEvent<{ view: SessionView; count: number }>) {
    const { view, count } = event.detail;
    this.show(view);
    this.setData({ grouping: false, news: `给支部占了 ${count} 座。谁来不了，退谁的`, newsTone: 'pine' });
  },
  async onGiveBack(event: WechatMiniprogram.TouchEvent) {
    const { seat, name } = event.currentTarget.dataset;
    if (this.data.busy || !(await ask(`${name}来不了了？座退给下一位`, '退这一座', '还来'))) return;
    this.setData({ busy: true, news: '' });
    try {
      const input = { id: this.id, seat: String(seat) };
      this.show(await call('session.give_back', input, { rid: this.intention.rid() }));
      this.intention.answered();
    } catch (failure) {
      await this.fail(failure);
    } finally {
      this.setData({ busy: false });
    }
  },

  onPropose() {
    this.setData({ proposing: true });
  },
  onCloseTopic() {
    this.setData({ proposing: false });
  },
  onProposed(event: WechatMiniprogram.CustomEvent<{ view: SessionView }>) {
    this.show(event.detail.view);
    this.setData({ proposing: false, news: '提上了，到时候一起聊', newsTone: 'pine' });
  },
  async onTakeBack() {
    if (await ask('这个议题不提了？', '不提了', '留着')) await this.give('take_back');
  },
  async onCorrect() {
    if (await ask('跟班主任说一声：我来了，没登上。班主任看了给您补', '说一声', '不用了'))
      await this.give('ask_correction');
  },

  async give(command: Command) {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      const rid = this.intention.rid();
      const view =
        command === 'ask_correction'
          ? await call('session.ask_correction', { id: this.id, words: '' }, { rid })
          : await call(`session.${command}`, { id: this.id }, { rid });
      this.intention.answered();
      this.show(view);
      if (view.mine.is === 'seated') void wx.vibrateShort({ type: 'light' });
      if (command === 'take' || command === 'accept') await this.offerCode();
    } catch (failure) {
      await this.fail(failure);
    } finally {
      this.setData({ busy: false });
    }
  },
  async offerCode() {
    if (storage.read(CODE_OFFERED) !== undefined) return;
    try {
      const { output } = await load('policy.get', { policy: 'learner_code', edition: null });
      if (output.text === null) return;
      storage.write(CODE_OFFERED, true);
      this.setData({ code: true });
    } catch {
      // The seat is taken; the rules are on 办学 for whoever wants them.
    }
  },
  async onCode() {
    this.setData({ code: false });
    await open('/packages/school/policy/policy?policy=learner_code');
  },
  /** First come is said kindly; the page then shows how things stand, with the next step on its button. */
  async fail(failure: unknown) {
    if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    if (failure instanceof Refused) {
      this.intention.answered();
      await this.load();
    }
    this.setData({ news: saysOf(failure), newsTone: failure instanceof Refused ? 'millet' : 'rust' });
    await wx.pageScrollTo({ scrollTop: 0 });
  },

  async onRemind() {
    try {
      const leave = await askToRemind(['class'], this.intention.rid());
      this.intention.answered();
      this.setData({
        reminded: leave === 'yes',
        news: REMINDED[leave],
        newsTone: 'pine',
      });
    } catch (failure) {
      await this.fail(failure);
    }
  },
  async onThank() {
    await open(`/packages/school/thank/thank?id=${this.id}`);
  },
  async onConsole() {
    await open(`/packages/office/console/console?id=${this.id}`);
  },
  async onBack() {
    await open('/pages/school/school');
  },
  onShareAppMessage() {
    return {
      title: this.data.view?.title ?? '一节课',
      path: `/packages/school/session/session?id=${this.id}`,
    };
  },
});

import { load } from '../../../api/cache';
import { call, newRid, serverNow } from '../../../api/call';
import { type Draft, draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { wasOnline } from '../../../api/network';
import { outbox } from '../../../api/outbox';
import { troubleOf } from '../../../api/trouble';
import { LIMITS } from '../../../contract/limits';
import type { RequestView } from '../../../contract/service';
import { ask, ring } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { seenText } from '../../../lib/seen';
import { roomLeft } from '../../../lib/text';
import { alarm } from '../lib/alarm';
import { dial } from '../lib/dial';
import { type Aside, NOTHING_YET, requestLook } from './request.view';

/** What is asked once before it is done, by what it does. */
const ASKED = {
  withdraw: { sentence: '这件不办了？不用说理由，想办再说一声就行', yes: '撤回' },
  terminate: { sentence: '先停下，材料退还您？想接着办，打个电话就行', yes: '先停下' },
  entrust: { sentence: '这事托他替您去办？证件他不拍照，办完材料原样还您', yes: '托他办' },
} as const;

/** 我的事: who, how far, when, which number (visual.md 12.6). `?id=` `&fresh=1` right after it was handed in. */
Page({
  data: {
    ...look(),
    ...NOTHING_YET,
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    seen: '',
    gone: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'rust' | 'frost',
    answer: '',
    answered: false,
    room: '',
    unfolded: false,
    busy: false,
  },
  id: '',
  draft: draftOf('answer:', { text: '' }) as Draft<{ text: string }>,
  intention: intention(),
  alarm: alarm(),
  /** Words of danger of which the person has said: 不是急事. */
  calm: [] as string[],

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    // WeChat copies what stands in these options; what closes over a state is made for each page anew.
    this.intention = intention();
    this.alarm = alarm();
    this.draft = draftOf(`answer:${this.id}`, { text: '' });
    const news = query.fresh === undefined ? '' : '交上去了。谁来办、办到哪，都在这一页';
    const answer = this.draft.read().text;
    this.setData({ answer, answered: answer !== '', news });
  },
  async onShow() {
    this.alarm.rest();
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    try {
      const { output, seenAt } = await load('request.get', { id: this.id });
      this.showView(output);
      this.setData({ seen: seenText(seenAt, wasOnline(), serverNow()) });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      // What is on the page stays when it cannot be fetched again.
      if (this.data.state === 'ready' && state === 'error') this.setData({ news: says, newsTone: 'rust' });
      else this.setData({ state, offline, gone: says });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  showView(view: RequestView) {
    // What was said here and waits for the network is not asked for again.
    const waits = outbox
      .state()
      .items.some(({ state, input }) => state === 'waiting' && isAbout(input, this.id));
    this.setData({ state: 'ready', ...requestLook(waits ? { ...view, next: [] } : view, serverNow()) });
    if (waits) this.setData({ news: '没信号，照样记下了，回头自己传', newsTone: 'frost' });
  },

  onAnswer({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.draft.keep({ text: detail.value });
    // The field holds its text itself: setting it while somebody types would move the cursor on some phones.
    this.setData({ answered: detail.value.trim() !== '', room: roomLeft(detail.value, LIMITS.sentence) });
    const word = this.alarm.heed(detail.value, this.calm);
    if (word !== null) this.calm.push(word);
  },
  async onMain() {
    const { main, lines } = this.data;
    if (main === 'call') await dial(lines.phone);
    else if (main === 'judge') await open(`/packages/service/rate/rate?id=${this.id}`);
    else await this.sendAnswer();
  },
  async onCall() {
    await dial(this.data.lines.phone);
  },
  /** Their number comes one reading at a time, and they see that it was asked for. */
  async onVisitor() {
    try {
      const { value } = await call('request.reveal', { id: this.id, field: 'helper' }, { rid: newRid() });
      ring(value);
    } catch (failure) {
      await this.fail(failure);
    }
  },
  onReceipt() {
    const url = this.data.receipt?.url ?? '';
    if (url !== '') wx.previewImage({ urls: [url] });
  },
  async onTask() {
    await open(this.data.task);
  },
  onUnfold() {
    this.setData({ unfolded: true });
  },

  async sendAnswer() {
    const text = this.draft.read().text.trim();
    if (text === '' || this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      const letter = { rid: this.draft.rid(), title: `回一句：${this.data.title}` };
      const posted = await outbox.post('request.answer', { id: this.id, text }, letter);
      this.draft.drop();
      this.setData({ answer: '', answered: false, room: '' });
      if (posted.waits) await this.load();
      else {
        this.showView(posted.output);
        this.setData({ news: '回过去了，接着就办', newsTone: 'pine' });
      }
    } catch (failure) {
      if (failure instanceof Refused) this.draft.renew();
      await this.fail(failure);
    } finally {
      this.setData({ busy: false });
    }
  },

  async onAside(event: WechatMiniprogram.TouchEvent) {
    // The page draws these from `asides`.
    const act = event.currentTarget.dataset.act as Aside['act'];
    if (this.data.busy) return;
    if (act === 'rate') await open(`/packages/service/rate/rate?id=${this.id}`);
    else if (act === 'reopen') await open(`/packages/service/rate/rate?id=${this.id}&solved=no`);
    else if (await ask(ASKED[act].sentence, ASKED[act].yes, '接着办')) await this.stop(act);
  },
  async stop(act: 'withdraw' | 'terminate' | 'entrust') {
    this.setData({ busy: true, news: '' });
    const rid = this.intention.rid();
    try {
      const view =
        act === 'withdraw'
          ? await call('request.withdraw', { id: this.id }, { rid })
          : act === 'entrust'
            ? await call('request.entrust', { id: this.id, how: 'button' }, { rid })
            : await call('request.terminate', { id: this.id, reason: '您说先不办了' }, { rid });
      this.intention.answered();
      this.showView(view);
    } catch (failure) {
      if (failure instanceof Refused) this.intention.answered();
      await this.fail(failure);
    } finally {
      this.setData({ busy: false });
    }
  },
  /** Says it, and shows how things stand now where somebody else was faster. */
  async fail(failure: unknown) {
    this.setData({ news: saysOf(failure), newsTone: 'rust' });
    wx.pageScrollTo({ scrollTop: 0 });
    const moved = failure instanceof Refused && (failure.code === 'NOT_NOW' || failure.code === 'STALE');
    if (moved) await this.load();
    else if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
  },
  async onBack() {
    await open('/pages/service/service');
  },
});

function isAbout(input: object, id: string): boolean {
  return 'id' in input && input.id === id;
}

import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { type Draft, draftOf } from '../../../api/drafts';
import { Refused, saysOf } from '../../../api/failures';
import { outbox, type Posted } from '../../../api/outbox';
import { troubleOf } from '../../../api/trouble';
import { LIMITS } from '../../../contract/limits';
import type { RequestView } from '../../../contract/service';
import { look } from '../../../device/look';
import { back } from '../../../device/open';
import { roomLeft } from '../../../lib/text';
import { alarm } from '../lib/alarm';
import {
  NO_WORD,
  NOT_ASKED,
  rateLook,
  type Sending,
  sendingOf,
  type Way,
  type Word,
  wayOf,
} from './rate.view';

/** 办好了没: the resident's own word closes it, or opens it again (visual.md 12.13). `?id=` `&solved=no` from 还没好. */
Page({
  data: {
    ...look(),
    ...NOT_ASKED,
    /** `ask`, then `thanks` (accepted) or `waits` (kept on the phone). */
    stage: 'ask' as 'ask' | 'thanks' | 'waits',
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    room: '',
    trouble: '',
    busy: false,
    /** What comes next, after the word was given. */
    follows: '',
  },
  id: '',
  asked: '' as 'no' | '',
  way: 'none' as Way,
  view: null as RequestView | null,
  alarm: alarm(),
  /** Words of danger of which the person has said: 不是急事. */
  calm: [] as string[],
  draft: draftOf('rate:', NO_WORD) as Draft<Word>,

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.alarm = alarm();
    this.asked = query.solved === 'no' ? 'no' : '';
    this.draft = draftOf(`rate:${this.id}`, NO_WORD);
    void this.load();
  },
  onShow() {
    this.alarm.rest();
    this.setData(look());
  },

  async load() {
    this.setData({ state: 'loading' });
    try {
      // The last copy serves as well: one's word is kept on the phone until it can go.
      this.view = (await load('request.get', { id: this.id })).output;
      this.way = wayOf(this.view, this.asked);
      this.show();
      const none = this.way === 'none';
      this.setData({ state: none ? 'empty' : 'ready', gone: none ? '这件现在不用您说' : '' });
      wx.setNavigationBarTitle({ title: this.view.title });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      this.setData({ state, offline, gone: says });
    }
  },
  show() {
    if (this.view !== null) this.setData(rateLook(this.view, this.way, this.draft.read(), serverNow()));
  },
  keep(change: Partial<Word>) {
    this.draft.keep(change);
    this.setData({ trouble: '' });
    this.show();
  },

  onSolved(event: WechatMiniprogram.TouchEvent) {
    this.keep({ solved: event.currentTarget.dataset.solved === 'yes' ? 'yes' : 'no' });
  },
  onLevel({ detail }: WechatMiniprogram.CustomEvent<{ value: Word['level'] }>) {
    // The same line again takes it back: 不说也行.
    this.keep({ level: detail.value === this.data.level ? '' : detail.value });
  },
  onAgain({ detail }: WechatMiniprogram.SwitchChange) {
    this.keep({ again: detail.value });
  },
  onChangePerson({ detail }: WechatMiniprogram.SwitchChange) {
    this.keep({ changePerson: detail.value });
  },
  onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.draft.keep({ words: detail.value });
    // The field holds its text itself: setting it while somebody types would move the cursor on some phones.
    this.setData({ room: roomLeft(detail.value, LIMITS.words) });
    const word = this.alarm.heed(detail.value, this.calm);
    if (word !== null) this.calm.push(word);
  },

  async onSend() {
    this.show();
    const sending = sendingOf(this.data);
    if (sending === null || this.data.busy) return;
    this.setData({ busy: true, trouble: '' });
    try {
      const posted = await this.post(sending);
      this.draft.drop();
      if (posted.waits) this.setData({ stage: 'waits' });
      else this.setData({ stage: 'thanks', follows: posted.output.lines.whenText });
    } catch (failure) {
      if (failure instanceof Refused) this.draft.renew();
      this.setData({ trouble: saysOf(failure) });
      wx.pageScrollTo({ scrollTop: 0 });
    } finally {
      this.setData({ busy: false });
    }
  },
  post(sending: Sending): Promise<Posted<`request.${Sending['command']}`>> {
    const letter = { rid: this.draft.rid(), title: `说句实话：${this.data.title}` };
    switch (sending.command) {
      case 'confirm':
        return outbox.post('request.confirm', { id: this.id, ...sending.input }, letter);
      case 'reopen':
        return outbox.post('request.reopen', { id: this.id, ...sending.input }, letter);
      case 'rate':
        return outbox.post('request.rate', { id: this.id, ...sending.input }, letter);
    }
  },
  async onBack() {
    await back('/pages/service/service');
  },
});

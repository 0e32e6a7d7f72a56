import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { Refused, Unreachable } from '../../../api/failures';
import { onNetwork, wasOnline } from '../../../api/network';
import { removeRecording, saveRecording } from '../../../api/recordings';
import { keepDanger } from '../../../components/read-aloud/kept';
import type { BondView } from '../../../contract/family';
import { LIMITS } from '../../../contract/limits';
import type { Role } from '../../../contract/words';
import { look } from '../../../device/look';
import { roomLeft } from '../../../lib/text';
import { alarm } from '../lib/alarm';
import { composerFor } from '../lib/composer';
import { dial } from '../lib/dial';
import { isForWhom, isSaid, NOTHING_SAID, openedWith, type Said } from '../said/said';
import { examples, sayLook } from './say.view';

/** 说一句话: one sentence becomes a matter (visual.md 12.5). `?kind=` `?for=` name what the way in knows, `?edit=` a rid of the outbox. */
Page({
  data: {
    ...look(),
    ...sayLook(NOTHING_SAID, { typing: false, speaking: false, roles: [], elders: [] }),
    examples: examples(serverNow()),
    offline: false,
    listening: false,
    focus: false,
    trouble: '',
  },
  composer: composerFor(''),
  typing: false,
  speaking: false,
  alarm: alarm(),
  leaving: false,
  // Until me.get has answered.
  roles: [] as Role[],
  elders: [] as readonly BondView[],
  stopNetwork: () => undefined as unknown,

  onLoad(query: Record<string, string | undefined>) {
    this.composer = composerFor(query.edit ?? '');
    this.alarm = alarm();
    const { draft } = this.composer;
    draft.keep(openedWith(draft.read(), query));
    this.stopNetwork = onNetwork(() => this.show());
    this.show();
    void this.meet();
    void keepDanger();
  },
  onShow() {
    this.leaving = false;
    this.alarm.rest();
    this.setData(look());
    this.show();
  },
  onUnload() {
    this.stopNetwork();
  },

  show() {
    const { typing, speaking, roles, elders } = this;
    this.setData({
      ...sayLook(this.composer.draft.read(), { typing, speaking, roles, elders }),
      offline: !wasOnline(),
    });
  },
  keep(change: Partial<Said>) {
    this.composer.draft.keep(change);
    this.show();
  },
  /** Which roles this person holds, for the chip 替居民记. */
  async meet() {
    try {
      const { output } = await load('me.speaker', {});
      this.roles = output.me.roles.map(({ role }) => role);
      this.elders = output.elders;
      this.show();
    } catch (failure) {
      // Speaking needs no account and no network: without an answer the chip stays away.
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    }
  },

  onWho(event: WechatMiniprogram.TouchEvent) {
    const { value, person, word } = event.currentTarget.dataset;
    if (value === 'bound' || value === 'household')
      this.keep({ forWhom: value, personId: String(person), name: String(word) });
    else if (isForWhom(value)) this.keep({ forWhom: value, personId: '' });
  },
  onStart() {
    this.setData({ listening: true, trouble: '' });
  },
  onFail() {
    this.setData({ listening: false });
  },
  async onDone({ detail }: WechatMiniprogram.CustomEvent<{ path: string; seconds: number }>) {
    this.setData({ listening: false });
    const before = this.composer.draft.read().recording;
    const path = await this.safe(detail.path);
    const { text, heard } = this.composer.draft.read();
    // Said anew: what was understood of the old recording is gone with it, what was written by hand stays.
    const stale = heard !== '' && text.trim() === heard ? { text: '' } : {};
    this.composer.draft.keep({ ...stale, heard: '', recording: { path, seconds: detail.seconds } });
    if (before !== null) await removeRecording(before.path);
    this.speaking = false;
    await this.onNext();
  },
  /** A saved file outlives the app; a phone without room keeps the temporary one as long as it can. */
  async safe(temporary: string): Promise<string> {
    try {
      return await saveRecording(temporary);
    } catch {
      this.setData({ trouble: '手机没地方存录音了，这会儿就交上去最稳当' });
      return temporary;
    }
  },

  onType() {
    this.typing = true;
    this.speaking = false;
    this.show();
    this.setData({ focus: true });
  },
  onSpeak() {
    this.speaking = true;
    this.show();
  },
  onInput({ detail }: WechatMiniprogram.TextareaInput) {
    const { draft } = this.composer;
    draft.keep({ text: detail.value });
    this.typing = true;
    // The field holds its text itself: setting it while somebody types would move the cursor on some phones.
    this.setData({ room: roomLeft(detail.value, LIMITS.sentence) });
    const word = this.alarm.heed(detail.value, draft.read().calm);
    if (word !== null) draft.keep({ calm: [...draft.read().calm, word] });
  },
  async onNext() {
    if (this.leaving) return;
    if (!isSaid(this.composer.draft.read())) {
      this.setData({ trouble: '还没说是啥事呢，说一句或写几个字' });
      return;
    }
    const { text, calm } = this.composer.draft.read();
    const word = this.alarm.finish(text, calm);
    if (word !== null) return this.keep({ calm: [...calm, word] });
    this.leaving = true;
    // In its place: after it is handed in, back leads to where one came from.
    await wx.redirectTo({ url: `../confirm/confirm${this.composer.query}` });
  },
  async onCall() {
    await dial('', this.composer.draft.read().communityId || null);
  },
});

import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf } from '../../../api/failures';
import { troubleOf } from '../../../api/trouble';
import type { AwardField, AwardKind } from '../../../contract/words';
import { knownCommunities, myCommunity } from '../../../device/counter';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type NominationLine, nominationLine } from '../../../lib/award-line';
import {
  type AwardLine,
  awardLine,
  EMPTY,
  fieldChips,
  KINDS,
  missing,
  type NominationForm,
} from './awards.view';

/** 身边榜样: who is on notice, stories of the commended, and one's own nominations. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    loaded: false,
    notices: [] as AwardLine[],
    stories: [] as AwardLine[],
    mine: [] as NominationLine[],
    next: null as string | null,
    kinds: KINDS,
    chips: fieldChips([]),
    sheet: false,
    form: { ...EMPTY },
    wrong: '',
    trouble: '',
    news: '',
    busy: false,
  },
  draft: draftOf<NominationForm>('award', EMPTY),
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    try {
      const [board, mine] = await Promise.all([load('award.board', { after: null }), load('award.mine', {})]);
      const now = serverNow();
      this.setData({
        state: 'ready',
        loaded: true,
        notices: board.output.notices.map((card) => awardLine(card, now)),
        stories: board.output.items.map((card) => awardLine(card, now)),
        next: board.output.next,
        mine: mine.output.items.map((card) => nominationLine(card, now)),
      });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (!this.data.loaded) this.setData({ state, offline, gone: says });
    }
  },
  async onReachBottom() {
    const { next } = this.data;
    if (next === null) return;
    try {
      const { output } = await load('award.board', { after: next });
      const now = serverNow();
      const stories = [...this.data.stories, ...output.items.map((card) => awardLine(card, now))];
      this.setData({ stories, next: output.next });
    } catch (failure) {
      this.setData({ trouble: saysOf(failure) });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onStory(event: WechatMiniprogram.TouchEvent) {
    await open(`/packages/service/story/story?id=${event.currentTarget.dataset.id}`);
  },

  onNominate() {
    const form = this.draft.read();
    this.setData({ sheet: true, form, chips: fieldChips(form.fields), trouble: '', wrong: '' });
  },
  onClose() {
    this.setData({ sheet: false });
  },
  keep(change: Partial<NominationForm>) {
    if (this.data.trouble !== '') this.draft.renew();
    const form = this.draft.keep(change);
    this.setData({ form, chips: fieldChips(form.fields), trouble: '', wrong: '' });
  },
  onKind(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ kind: event.detail.value });
  },
  onWrite(event: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
    this.keep({ [event.detail.name]: event.detail.value });
  },
  onChip(event: WechatMiniprogram.TouchEvent) {
    const { value } = event.currentTarget.dataset;
    const { fields } = this.data.form;
    this.keep({
      fields: fields.includes(value) ? fields.filter((one) => one !== value) : [...fields, value],
    });
  },
  async onHandIn() {
    const { form } = this.data;
    const wrong = missing(form);
    if (this.data.busy) return;
    if (wrong !== '') {
      this.setData({ wrong, trouble: '说说是谁、干了啥' });
      return;
    }
    this.setData({ busy: true, trouble: '' });
    try {
      const input = {
        // Chosen from the closed lists.
        kind: form.kind as AwardKind,
        fields: form.fields as AwardField[],
        name: form.name,
        words: form.words,
        communityId: myCommunity() ?? knownCommunities()[0]?.id ?? '',
      };
      await call('award.nominate', input, { rid: this.draft.rid() });
      this.draft.drop();
      this.setData({ sheet: false, news: '收到了。社区先去核实，走到哪步都告诉您' });
      await this.load();
    } catch (failure) {
      this.setData({ wrong: failure instanceof Refused ? failure.field : '', trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
});

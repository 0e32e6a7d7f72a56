import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { OPERATOR } from '../../../config/operator';
import type { ComplaintSubject } from '../../../contract/words';
import { knownCommunities, myCommunity } from '../../../device/counter';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type ComplaintLine, complaintLine, spacedCode } from '../../../lib/complaint-line';
import { missingIn, NOTHING_VOICED, SUBJECTS, type VoiceForm, WAYS, type Way } from './voice.view';

/**
 * 投诉建议 (G7): from every page, without a name if wished. `?request=` one of one's own matters;
 * `?enter=1` staff write down what came by telephone, at the counter or on paper.
 */
Page({
  data: {
    ...look(),
    stage: 'say' as 'say' | 'said',
    entering: false,
    about: '',
    subjects: SUBJECTS,
    ways: WAYS.map((way) => ({ ...way })),
    form: { ...NOTHING_VOICED },
    code: '',
    typed: '',
    mine: [] as (ComplaintLine & { code: string })[],
    phone: OPERATOR.complaintPhone ?? '',
    wrong: '',
    trouble: '',
    busy: false,
  },
  requestId: null as string | null,
  saidCode: '',
  draft: draftOf<VoiceForm>('voice', NOTHING_VOICED),

  onLoad(query: Record<string, string | undefined>) {
    const entering = query.enter === '1';
    this.requestId = query.request ?? null;
    this.draft = draftOf<VoiceForm>(entering ? 'voice:enter' : 'voice', NOTHING_VOICED);
    this.setData({
      entering,
      about: this.requestId === null ? '' : '说的是刚才看的那件事',
      form: this.draft.read(),
    });
    if (entering) wx.setNavigationBarTitle({ title: '替人记一条' });
  },
  async onShow() {
    this.setData(look());
    if (!this.data.entering) await this.loadMine();
  },
  /** Saying something needs no network for this list. */
  async loadMine() {
    try {
      const { output } = await load('complaint.mine', {});
      const now = serverNow();
      this.setData({ mine: output.items.map((card) => ({ ...complaintLine(card, now), code: card.code })) });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    }
  },

  keep(change: Partial<VoiceForm>) {
    if (this.data.trouble !== '') this.draft.renew();
    this.setData({ form: this.draft.keep(change), wrong: '', trouble: '' });
  },
  onSubject({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ subject: detail.value });
  },
  onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ words: detail.value });
  },
  onAnonymous({ detail }: WechatMiniprogram.SwitchChange) {
    this.keep({ anonymous: detail.value });
  },
  onWay(event: WechatMiniprogram.TouchEvent) {
    this.keep({ channel: String(event.currentTarget.dataset.value) });
  },
  async onHandIn() {
    const { form, entering, busy } = this.data;
    const wrong = missingIn(form, entering);
    if (busy) return;
    if (wrong !== '') {
      this.setData({ wrong, trouble: wrong === 'words' ? '说一句就行' : '点一样，好知道给谁看' });
      wx.pageScrollTo({ scrollTop: 0 });
      return;
    }
    this.setData({ busy: true, trouble: '' });
    try {
      const view = await this.send(form);
      this.draft.drop();
      this.saidCode = view.code;
      this.setData({ stage: 'said', code: spacedCode(view.code) });
    } catch (failure) {
      this.setData({ trouble: saysOf(failure) });
      wx.pageScrollTo({ scrollTop: 0 });
    } finally {
      this.setData({ busy: false });
    }
  },
  send(form: VoiceForm) {
    const intention = { rid: this.draft.rid() };
    const said = {
      // Chosen from the closed lists.
      subject: form.subject as ComplaintSubject,
      words: form.words.trim(),
      communityId: myCommunity() ?? knownCommunities()[0]?.id ?? '',
    };
    return this.data.entering
      ? call('complaint.enter', { ...said, channel: form.channel as Way }, intention)
      : call('complaint.put', { ...said, requestId: this.requestId, anonymous: form.anonymous }, intention);
  },

  onTyped({ detail }: WechatMiniprogram.Input) {
    this.setData({ typed: detail.value, trouble: '' });
  },
  async onLookUp() {
    const code = this.data.typed.replace(/\s/g, '');
    if (code === '') this.setData({ trouble: '把当时给您的八个字母数字填上' });
    else await open(`/packages/people/complaint/complaint?code=${encodeURIComponent(code)}`);
  },
  async onMine(event: WechatMiniprogram.TouchEvent) {
    await open(`/packages/people/complaint/complaint?code=${event.currentTarget.dataset.code}`);
  },
  async onSee() {
    await open(`/packages/people/complaint/complaint?code=${this.saidCode}`);
  },
});

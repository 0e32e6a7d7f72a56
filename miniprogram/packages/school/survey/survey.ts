import { call } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { outbox } from '../../../api/outbox';
import { removeRecording, sayInstead } from '../../../api/recordings';
import { troubleOf } from '../../../api/trouble';
import { LIMITS } from '../../../contract/limits';
import type { SurveyAnswers, SurveyView } from '../../../contract/survey';
import { look } from '../../../device/look';
import { roomLeft } from '../../../lib/text';
import { withWords } from './heard';
import {
  type ChoiceKey,
  isEmpty,
  NOTHING,
  type PackageLine,
  packageLines,
  questionLooks,
  SILENT,
  type Spoken,
  sameAnswers,
  toggled,
  voiceLook,
} from './survey.view';

/** What was tapped or said and not handed in; `touched` tells it from answers that were never opened. */
const draft = draftOf('survey', { ...NOTHING, ...SILENT, touched: false });

/** 课前问需: five questions, all may be skipped (S43), and the package that comes of it (S44). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    offline: false,
    questions: questionLooks(NOTHING),
    words: '',
    room: '',
    voice: { src: '', seconds: 0 },
    speaking: false,
    waits: false,
    answered: false,
    open: true,
    changed: false,
    recommends: true,
    lines: [] as PackageLine[],
    busy: false,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },
  stored: NOTHING,
  said: null as SurveyView['audio'],
  switching: intention(),
  ordering: intention(),

  async onLoad() {
    await this.load();
  },
  onShow() {
    this.setData(look());
  },
  async load() {
    try {
      this.show(await call('survey.get', {}));
      this.setData({ open: !this.data.answered || draft.read().touched });
    } catch (failure) {
      this.setData({ state: 'error', offline: troubleOf(failure).offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(view: SurveyView) {
    this.stored = view.answers ?? NOTHING;
    this.said = view.audio;
    this.setData({
      state: 'ready',
      answered: view.answers !== null,
      recommends: view.recommends,
      lines: packageLines(view),
    });
    this.draw();
  },
  current(): SurveyAnswers {
    const { touched, recording, unsaid, ...kept } = draft.read();
    return touched ? kept : this.stored;
  },
  draw() {
    const answers = this.current();
    const spoken = draft.read();
    this.setData({
      voice: voiceLook(spoken, this.said),
      questions: questionLooks(answers),
      words: answers.words,
      room: roomLeft(answers.words, LIMITS.words),
      changed:
        spoken.recording !== null ||
        spoken.unsaid ||
        (!sameAnswers(answers, this.stored) && !(isEmpty(answers) && !this.data.answered)),
    });
  },
  keep(answers: SurveyAnswers, spoken: Partial<Spoken> = {}) {
    // After an answer of the server, a change is a new intention.
    if (this.data.news !== '') draft.renew();
    draft.keep({ ...answers, ...spoken, touched: true });
    this.setData({ news: '' });
    this.draw();
  },
  onSpeaking({ detail }: WechatMiniprogram.CustomEvent<{ open: boolean }>) {
    this.setData({ speaking: detail.open });
  },
  async onSaid({ detail }: WechatMiniprogram.CustomEvent<{ path: string; seconds: number }>) {
    await sayInstead(draft.read().recording, detail, (recording) =>
      this.keep(this.current(), { recording, unsaid: false }),
    );
  },
  async onUnsaid() {
    const { recording } = draft.read();
    this.keep(this.current(), { recording: null, unsaid: this.said !== null });
    if (recording !== null) await removeRecording(recording.path);
  },
  onOption(event: WechatMiniprogram.TouchEvent) {
    const { key, value } = event.currentTarget.dataset;
    // The keys are those that `questionLooks` put into the page.
    this.keep(toggled(this.current(), key as ChoiceKey, String(value)));
  },
  onWords({ detail }: WechatMiniprogram.TextareaInput) {
    this.keep(withWords(this.current(), detail.value));
  },
  onOpen() {
    this.setData({ open: true, news: '' });
  },
  async onHandIn() {
    if (this.data.busy) return;
    const answers = this.current();
    const { recording, unsaid } = draft.read();
    const input = { answers, ...(unsaid ? { audio: null } : {}) };
    this.setData({ busy: true, news: '' });
    try {
      const posted = await outbox.post('survey.answer', input, {
        rid: draft.rid(),
        title: '课前问需',
        recording,
      });
      // What waits is in the outbox now, and only there.
      draft.drop();
      if (posted.waits) this.setData({ waits: true, open: false });
      else {
        this.show(posted.output);
        this.setData({ open: false, news: '记下了。今年不再问您，想改随时改', newsTone: 'pine' });
      }
      await wx.pageScrollTo({ scrollTop: 0 });
    } catch (failure) {
      this.fail(failure);
    } finally {
      this.setData({ busy: false });
    }
  },
  async onRecommend() {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      const on = !this.data.recommends;
      this.show(await call('survey.recommend', { on }, { rid: this.switching.rid() }));
      this.switching.answered();
      this.setData({ news: on ? '接着给您配' : '不配了。课单照旧，您自己挑', newsTone: 'pine' });
    } catch (failure) {
      if (failure instanceof Refused) this.switching.answered();
      this.fail(failure);
    } finally {
      this.setData({ busy: false });
    }
  },
  async onOrder() {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '' });
    const ids = this.data.lines.map(({ id }) => id);
    try {
      await call('course.order', { ids, ordered: true }, { rid: this.ordering.rid() });
      this.ordering.answered();
      this.setData({ lines: [], news: '都点上了。凑够人就排，排好告诉您', newsTone: 'pine' });
    } catch (failure) {
      if (failure instanceof Refused) this.ordering.answered();
      this.fail(failure);
    } finally {
      this.setData({ busy: false });
    }
  },
  fail(failure: unknown) {
    if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    this.setData({ news: saysOf(failure), newsTone: 'rust' });
  },
});

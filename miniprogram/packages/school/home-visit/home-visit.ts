import { call, serverNow } from '../../../api/call';
import { type Draft, draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { outbox } from '../../../api/outbox';
import { removeRecording, sayInstead } from '../../../api/recordings';
import { troubleOf } from '../../../api/trouble';
import type { HomeLessonView } from '../../../contract/home-lesson';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import {
  type ColumnKey,
  columnLooks,
  isBlank,
  tapped,
  type VisitLook,
  visitDays,
  visitLook,
  visitTime,
} from './home-visit.view';

interface Written {
  learned: string;
  done: string;
  missing: string;
  /** 'wish', 'errand', '' for not handing in what is missing. */
  request: string;
  recording: { path: string; seconds: number } | null;
}
const BLANK: Written = { learned: '', done: '', missing: '', request: '', recording: null };

/** One visit: the day, the three columns, the elder's word (story 13). `?id=`, or `?pair=` to book one. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as VisitLook | null,
    booking: false,
    days: visitDays(serverNow()),
    day: 0,
    half: 'morning',
    halves: [
      { value: 'morning', word: '上午 9 点半' },
      { value: 'afternoon', word: '下午 2 点半' },
    ],
    moving: false,
    correcting: false,
    columns: columnLooks(BLANK),
    blank: true,
    recording: null as Written['recording'],
    request: '',
    requests: [
      { value: 'errand', title: '当件代办交上去' },
      { value: 'wish', title: '当个微心愿交上去' },
      { value: '', title: '先不交' },
    ],
    missing: false,
    waits: false,
    busy: false,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },
  id: '',
  pairId: '',
  draft: draftOf('visit', BLANK) as Draft<Written>,
  intention: intention(),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.pairId = query.pair ?? '';
    this.draft = draftOf(`visit:${this.id || this.pairId}`, BLANK);
  },
  async onShow() {
    this.setData(look());
    if (this.id === '') this.setData({ state: 'ready', booking: true });
    else await this.load();
  },
  async load() {
    try {
      this.show(await call('home_lesson.get', { id: this.id }));
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
  show(view: HomeLessonView) {
    this.id = view.id;
    this.setData({
      state: 'ready',
      booking: false,
      moving: false,
      correcting: false,
      view: visitLook(view, serverNow()),
    });
    this.write({});
  },

  onDay(event: WechatMiniprogram.TouchEvent) {
    this.setData({ day: Number(event.currentTarget.dataset.at) });
  },
  onHalf({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ half: detail.value });
  },
  onMove() {
    this.setData({ moving: !this.data.moving });
  },

  write(change: Partial<Written>) {
    const written = Object.keys(change).length === 0 ? this.draft.read() : this.draft.keep(change);
    this.setData({
      columns: columnLooks(written),
      blank: isBlank(written) && written.recording === null,
      recording: written.recording,
      request: written.request,
      missing: written.missing.trim() !== '',
    });
  },
  changed(change: Partial<Written>) {
    // After a refusal, a change is a new intention.
    if (this.data.newsTone === 'rust' && this.data.news !== '') this.draft.renew();
    this.setData({ news: '' });
    this.write(change);
  },
  onWord(event: WechatMiniprogram.TouchEvent) {
    const { key, word } = event.currentTarget.dataset;
    const column = key as ColumnKey;
    this.changed({ [column]: tapped(this.draft.read()[column], String(word)) });
  },
  onText(event: WechatMiniprogram.TextareaInput) {
    const column = event.currentTarget.dataset.key as ColumnKey;
    this.changed({ [column]: event.detail.value });
  },
  onRequest({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.changed({ request: detail.value });
  },
  async onSpoken({ detail }: WechatMiniprogram.CustomEvent<{ path: string; seconds: number }>) {
    await sayInstead(this.draft.read().recording, detail, (recording) => this.changed({ recording }));
  },
  async onUnsay() {
    const { recording } = this.draft.read();
    this.changed({ recording: null });
    if (recording !== null) await removeRecording(recording.path);
  },

  onCorrect() {
    const { view } = this.data;
    if (view === null) return;
    const text = (title: string) => view.columns.find((column) => column.title === title)?.text ?? '';
    this.setData({ correcting: true });
    this.write({ learned: text('学了啥'), done: text('办了啥'), missing: text('还缺啥') });
  },

  async onMain() {
    const { view, booking, moving, correcting, day, half } = this.data;
    if (booking || moving || view?.main === 'schedule') {
      if (day !== 0) await this.appoint(visitTime(day, half));
    } else if (correcting) await this.correct();
    else if (view?.main === 'record') await this.record();
    else if (view?.main === 'start' || view?.main === 'confirm') await this.give(view.main);
  },
  async appoint(at: number) {
    const { booking } = this.data;
    await this.try('日子定了，告诉对方了', async (rid) => {
      this.show(
        booking
          ? await call('home_lesson.book', { pairId: this.pairId, at }, { rid })
          : await call('home_lesson.schedule', { id: this.id, at }, { rid }),
      );
    });
  },
  async give(command: 'start' | 'confirm' | 'decline' | 'cancel') {
    await this.try(command === 'confirm' ? '好嘞，齐了' : '', async (rid) => {
      this.show(await call(`home_lesson.${command}`, { id: this.id }, { rid }));
    });
  },
  async onDecline() {
    if (await ask('这个月先不来往了？', '先不来', '再想想')) await this.give('decline');
  },
  async onCancel() {
    if (await ask('这回不见了？告诉对方一声', '不见了', '再想想')) await this.give('cancel');
  },
  async record() {
    const { request, recording, learned, done, missing } = this.draft.read();
    const input = {
      id: this.id,
      columns: { learned, done, missing },
      audio: null,
      request: (request === 'wish' || request === 'errand') && missing.trim() !== '' ? request : null,
    } as const;
    await this.try(
      '记下了，等老人家看一眼',
      async (rid) => {
        const posted = await outbox.post('home_lesson.record', input, { rid, title: '上门的事', recording });
        // What waits is in the outbox now, and only there.
        this.draft.drop();
        if (posted.waits) this.setData({ waits: true });
        else this.show(posted.output);
      },
      this.draft.rid(),
    );
  },
  async correct() {
    const { learned, done, missing } = this.draft.read();
    await this.try('照您说的改了', async (rid) => {
      this.show(
        await call('home_lesson.correct', { id: this.id, columns: { learned, done, missing } }, { rid }),
      );
      this.draft.drop();
    });
  },
  async try(says: string, run: (rid: string) => Promise<void>, drafted = '') {
    if (this.data.busy) return;
    const rid = drafted || this.intention.rid();
    this.setData({ busy: true, news: '' });
    try {
      await run(rid);
      this.intention.answered();
      this.setData({ news: this.data.waits ? '' : says, newsTone: 'pine' });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
    await wx.pageScrollTo({ scrollTop: 0 });
  },
  async onBack() {
    await open('/packages/school/home-lesson/home-lesson');
  },
});

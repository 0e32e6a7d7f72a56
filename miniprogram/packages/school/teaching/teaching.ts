import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import type { Slot, TeacherDesk } from '../../../contract/faculty';
import { FACULTY_BATCHES, FACULTY_ENGAGEMENTS, type FacultyBatch } from '../../../contract/words';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { toggled } from '../../../lib/slots';
import {
  type AddDraft,
  addOf,
  asChoices,
  type DeskLook,
  deskLook,
  NOBODY,
  sourcesOf,
  styleChips,
} from './teaching.view';

const adding = draftOf<AddDraft>('faculty:add', NOBODY);
const slip = draftOf('faculty:slip', { code: '' });

/** 讲师: one's own classes, free hours and thanks; the office sees everybody and adds people. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    desks: [] as DeskLook[],
    unaddressed: [] as { id: string; title: string; text: string }[],
    canAdd: false,
    newcomer: false,
    code: slip.read().code,
    handover: '',
    editing: '',
    chosen: [] as Slot[],
    addOpen: false,
    form: adding.read(),
    sources: sourcesOf(adding.read().batch),
    styles: styleChips(adding.read().styles),
    batches: asChoices(FACULTY_BATCHES),
    engagements: asChoices(FACULTY_ENGAGEMENTS),
    wrong: '',
    busy: false,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },
  answer: [] as TeacherDesk[],
  intention: intention(),

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const { mine, others, unaddressed, canAdd } = await call('faculty.desk', {});
      this.answer = [...mine, ...others];
      const now = serverNow();
      this.setData({
        state: 'ready',
        desks: this.answer.map((desk) => deskLook(desk, now)),
        unaddressed: unaddressed.map(({ id, title, text }) => ({ id, title: `《${title}》`, text })),
        canAdd,
        newcomer: mine.length === 0 && !canAdd,
      });
    } catch (failure) {
      if (this.data.state !== 'ready') this.setData({ state: 'error', offline: troubleOf(failure).offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async give(command: (rid: string) => Promise<unknown>, done: string): Promise<boolean> {
    if (this.data.busy) return false;
    this.setData({ busy: true, news: '', wrong: '' });
    try {
      await command(this.intention.rid());
      this.intention.answered();
      await this.load();
      this.setData({ news: done, newsTone: 'pine' });
      return true;
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({ news: saysOf(failure), newsTone: 'rust', wrong: saysOf(failure) });
      return false;
    } finally {
      this.setData({ busy: false });
    }
  },
  async onConsent(event: WechatMiniprogram.TouchEvent) {
    const id = String(event.currentTarget.dataset.id);
    const given = this.answer.find((desk) => desk.id === id)?.next.includes('agree') === true;
    if (!given && !(await ask('先不讲了？名字也不再显示', '先不讲', '接着讲'))) return;
    await this.give(
      (rid) => call('faculty.consent', { id, given }, { rid }),
      given ? '谢谢您' : '好，您的名字不再显示',
    );
  },
  onSlots(event: WechatMiniprogram.TouchEvent) {
    const id = String(event.currentTarget.dataset.id);
    const chosen = [...(this.answer.find((desk) => desk.id === id)?.slots ?? [])];
    this.setData({ editing: id, chosen, wrong: '' });
  },
  onFree(event: WechatMiniprogram.CustomEvent<{ chosen: Slot[] }>) {
    this.setData({ chosen: event.detail.chosen });
  },
  async onStoreSlots() {
    const input = { id: this.data.editing, slots: this.data.chosen };
    if (await this.give((rid) => call('faculty.slots', input, { rid }), '记下了')) this.onClose();
  },
  onClose() {
    this.setData({ editing: '', addOpen: false, wrong: '' });
  },
  async onInvite(event: WechatMiniprogram.TouchEvent) {
    const id = String(event.currentTarget.dataset.id);
    const name = this.answer.find((desk) => desk.id === id)?.name ?? '';
    await this.give(async (rid) => {
      const { code } = await call('faculty.invite', { id }, { rid });
      this.setData({ handover: `${name}：${code}` });
    }, '码给您了，写在条上交给本人');
  },
  onAdding() {
    this.setData({ addOpen: true, wrong: '' });
  },
  keep(change: Partial<AddDraft>) {
    if (this.data.wrong !== '') adding.renew();
    adding.keep(change);
    const form = adding.read();
    this.setData({
      form,
      sources: sourcesOf(form.batch),
      styles: styleChips(form.styles),
      wrong: '',
    });
  },
  onName(event: WechatMiniprogram.Input) {
    this.keep({ name: event.detail.value });
  },
  onBatch(event: WechatMiniprogram.CustomEvent<{ value: FacultyBatch }>) {
    const sources = sourcesOf(event.detail.value);
    // One source to choose from is no question.
    this.keep({ batch: event.detail.value, source: sources.length === 1 ? (sources[0]?.value ?? '') : '' });
  },
  onSource(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ source: event.detail.value });
  },
  onEngagement(event: WechatMiniprogram.CustomEvent<{ value: AddDraft['engagement'] }>) {
    this.keep({ engagement: event.detail.value });
  },
  onStyle(event: WechatMiniprogram.TouchEvent) {
    const chip = this.data.styles.find(({ style }) => style === event.currentTarget.dataset.style);
    if (chip !== undefined) this.keep({ styles: toggled(adding.read().styles, chip.style) });
  },
  async onAdd() {
    const input = addOf(adding.read());
    if (typeof input === 'string') {
      this.setData({ wrong: input });
      return;
    }
    const added = await this.give(async () => {
      const { code } = await call('faculty.add', input, { rid: adding.rid() });
      this.setData({ handover: `${input.name}：${code}` });
    }, '添上了，码写在条上交给本人');
    if (!added) return;
    adding.drop();
    this.setData({ addOpen: false, form: NOBODY, sources: [], styles: styleChips([]) });
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
    if (!(await this.give((rid) => call('faculty.agree', { code }, { rid }), '谢谢您应下来'))) return;
    slip.drop();
    this.setData({ code: '' });
  },
});

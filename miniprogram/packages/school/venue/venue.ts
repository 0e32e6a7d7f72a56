import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { shown } from '../../../api/show';
import type { VenueView } from '../../../contract/school';
import { look } from '../../../device/look';
import { describedAs, formOf, nextAnswer, type VenueForm, type VenueLook, venueLook } from './venue.view';

const draft = draftOf<VenueForm>('venue', { id: '', place: '', access: '', capacity: '', funding: '' });

/** One teaching point: today's classes, how to get in, and the code at its door. `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as VenueLook | null,
    form: draft.read(),
    editing: false,
    busy: false,
    news: '',
    wrong: '',
  },
  id: '',
  answer: null as VenueView | null,
  intention: intention(),
  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      const { output } = await load('venue.get', { id: this.id });
      this.draw(output);
    });
  },
  draw(venue: VenueView) {
    this.answer = venue;
    this.setData({ state: 'ready', view: venueLook(venue, serverNow()) });
  },
  /** One command of the office; what was typed stays when it fails. */
  async keep(command: (rid: string) => Promise<VenueView>): Promise<boolean> {
    if (this.data.busy) return false;
    this.setData({ busy: true, news: '' });
    try {
      this.draw(await command(this.intention.rid()));
      this.intention.answered();
      return true;
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({ news: saysOf(failure), wrong: saysOf(failure) });
      return false;
    } finally {
      this.setData({ busy: false });
    }
  },
  async onCheck(event: WechatMiniprogram.TouchEvent) {
    const line = this.answer?.facility.find(({ point }) => point === event.currentTarget.dataset.point);
    if (line === undefined || this.answer?.canKeep !== true) return;
    await this.keep((rid) =>
      call('venue.check', { id: this.id, point: line.point, is: nextAnswer(line.is) }, { rid }),
    );
  },
  onEdit() {
    if (this.answer === null) return;
    const kept = draft.read();
    this.setData({ editing: true, wrong: '', form: kept.id === this.id ? kept : formOf(this.answer) });
  },
  onClose() {
    this.setData({ editing: false });
  },
  onText(event: WechatMiniprogram.Input) {
    const { field } = event.currentTarget.dataset;
    const form = { ...this.data.form, id: this.id, [field]: event.detail.value };
    draft.keep(form);
    this.setData({ form, wrong: '' });
  },
  async onStore() {
    const described = describedAs(this.data.form);
    if (described === null) {
      this.setData({ wrong: '座位写 1 到 300 的整数，不知道就空着' });
      return;
    }
    const stored = await this.keep((rid) => call('venue.describe', { id: this.id, ...described }, { rid }));
    if (!stored) return;
    draft.drop();
    this.setData({ editing: false });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

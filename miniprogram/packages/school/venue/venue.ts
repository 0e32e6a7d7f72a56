import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { ofDraft, rereadIfStale, sentFrom } from '../../../api/sheet';
import { shown } from '../../../api/show';
import type { VenueView } from '../../../contract/school';
import { look } from '../../../device/look';
import { clashIn, ontoNow } from '../../../lib/begun';
import {
  describedAs,
  formOf,
  LABELS,
  NOTHING_WRITTEN,
  nextAnswer,
  type VenueLook,
  venueLook,
} from './venue.view';

/** One teaching point: today's classes, how to get in, and the code at its door. `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as VenueLook | null,
    form: NOTHING_WRITTEN.form,
    editing: false,
    busy: false,
    news: '',
    wrong: '',
  },
  id: '',
  answer: null as VenueView | null,
  intention: intention(),
  draft: draftOf('venue', NOTHING_WRITTEN),
  /** What the fields began with: what stood there when it was last read. */
  from: NOTHING_WRITTEN.form,
  /** What somebody else has written otherwise meanwhile, in words. */
  clash: '',
  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.draft = draftOf(`venue:${this.id}`, NOTHING_WRITTEN);
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
    if (this.data.editing) this.fill(venue);
  },
  /** The form: what was written here, over what stands there now. */
  fill(venue: VenueView) {
    const begun = this.draft.read();
    this.from = formOf(venue);
    this.clash = clashIn(begun, this.from, LABELS)?.says ?? '';
    this.setData({ form: ontoNow(begun, this.from), wrong: this.clash });
  },
  /** One tap of the self-check. */
  async keep(command: (rid: string) => Promise<VenueView>): Promise<void> {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '' });
    try {
      this.draw(await command(this.intention.rid()));
      this.intention.answered();
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({ news: saysOf(failure) });
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
    this.setData({ editing: true });
    this.fill(this.answer);
  },
  onClose() {
    this.setData({ editing: false });
  },
  onText(event: WechatMiniprogram.Input) {
    if (this.data.wrong !== '') this.draft.renew();
    const form = { ...this.data.form, [event.currentTarget.dataset.field]: event.detail.value };
    this.draft.keep({ form, from: this.from });
    this.setData({ form, wrong: '' });
  },
  async onStore() {
    const described = describedAs(this.data.form);
    if (described === null) {
      this.setData({ wrong: '座位写 1 到 300 的整数，不知道就空着' });
      return;
    }
    const store = (rid: string) => {
      // Read when it goes out: a tap after somebody else's words goes over those.
      const { version } = this.answer ?? { version: 0 };
      return call('venue.describe', { id: this.id, version, ...described }, { rid });
    };
    const says = (failure: Refused | Unreachable) => this.clash || saysOf(failure);
    const venue = await sentFrom(
      this,
      ofDraft(this.draft),
      rereadIfStale(store, () => this.load()),
      says,
    );
    if (venue === null) return;
    this.setData({ editing: false });
    this.draw(venue);
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

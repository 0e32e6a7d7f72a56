import { call, serverNow } from '../../../api/call';
import { giveFrom, readInto } from '../../../api/desk-page';
import { draftOf } from '../../../api/drafts';
import type { DraftView } from '../../../contract/content';
import type { ReviewStage } from '../../../contract/words';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type DraftLook, draftLook } from './draft.view';

const EMPTY = { reason: '' };

/** One edition on its way to being seen: read it, pass it or send it back (S28). `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as DraftLook | null,
    returning: false,
    reason: '',
    wrong: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
    busy: false,
  },
  id: '',
  /** What stage the shown one was in: a reading is of what was read. */
  stage: 'first' as ReviewStage,
  draft: draftOf('draft', EMPTY),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.draft = draftOf(`draft:${this.id}`, EMPTY);
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load(): Promise<void> {
    await readInto(this, call('content.draft', { id: this.id }));
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(view: DraftView) {
    if (view.state === 'first' || view.state === 'second' || view.state === 'final') this.stage = view.state;
    this.setData({ state: 'ready', view: draftLook(view, serverNow()) });
  },
  async onMain() {
    const { id, stage } = this;
    if (this.data.view?.canSubmit === true)
      await this.give((rid) => call('content.submit', { id }, { rid }), '交上去了，等人看');
    else await this.give((rid) => call('content.pass', { id, stage }, { rid }), '记下了，您看过了');
  },
  async onWrite() {
    await open(this.data.view?.write ?? '');
  },
  onReturning() {
    this.setData({ returning: true, reason: this.draft.read().reason, wrong: '' });
  },
  onReason(event: WechatMiniprogram.Input) {
    if (this.data.wrong !== '') this.draft.renew();
    this.setData({ reason: this.draft.keep({ reason: event.detail.value }).reason, wrong: '' });
  },
  onClose() {
    this.setData({ returning: false, wrong: '' });
  },
  async onSendBack() {
    const reason = this.data.reason.trim();
    const { id, stage } = this;
    if (reason === '') this.setData({ wrong: '写一句哪儿要改' });
    else await this.give((rid) => call('content.send_back', { id, stage, reason }, { rid }), '退回去了');
  },
  async onDrop() {
    const { id } = this;
    if (await ask('这一稿先不弄了？写的都留着', '先不弄', '接着弄'))
      await this.give((rid) => call('content.drop', { id }, { rid }), '放下了');
  },
  async give(command: (rid: string) => Promise<DraftView>, done: string) {
    await giveFrom(this, command, done, { returning: false, reason: '' });
    // What came of it is said at the top, the button stands at the foot of a long page.
    await wx.pageScrollTo({ scrollTop: 0 });
  },
});

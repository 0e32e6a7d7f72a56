import { call, serverNow } from '../../../api/call';
import { readInto } from '../../../api/desk-page';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import type { OutputOf } from '../../../contract/actions';
import type { ContentCard } from '../../../contract/content';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type ContentLook, contentLook, POLICY_LINES } from './content.view';

const EMPTY = { reason: '' };

/** What waits for a reading, what grew old, everything that can be seen (S28, G12). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as ContentLook | null,
    policies: POLICY_LINES,
    /** What is looked at in the sheet; `null`: none. */
    chosen: null as ContentLook['items'][number] | null,
    chosenStale: false,
    taking: false,
    adding: false,
    reason: '',
    wrong: '',
    news: '',
    busy: false,
  },
  draft: draftOf('content', EMPTY),

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    await readInto(this, call('content.desk', {}));
  },
  show(desk: OutputOf<'content.desk'>) {
    this.setData({ state: 'ready', view: contentLook(desk, serverNow()) });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  onItem(event: WechatMiniprogram.TouchEvent) {
    const { view } = this.data;
    if (view?.canWrite !== true) return;
    const { id } = event.currentTarget.dataset;
    const chosen = [...view.items, ...view.stale].find((one) => one.id === id) ?? null;
    const chosenStale = view.stale.some((one) => one.id === id);
    // Why one goes is not why another does.
    if (chosen !== null) this.draft = draftOf(`content:${chosen.kind}:${chosen.id}`, EMPTY);
    this.setData({ chosen, chosenStale, taking: false, wrong: '', reason: this.draft.read().reason });
  },
  onClose() {
    this.setData({ chosen: null, taking: false, adding: false, wrong: '' });
  },
  async onWrite() {
    const { chosen } = this.data;
    if (chosen === null) return;
    this.onClose();
    await open(`/packages/academic/write/write?kind=${chosen.kind}&id=${chosen.id}`);
  },
  onAdd() {
    this.setData({ adding: true });
  },
  async onNew(event: WechatMiniprogram.TouchEvent) {
    this.onClose();
    await open(`/packages/academic/write/write?kind=${event.currentTarget.dataset.kind}`);
  },
  async onConfirm() {
    await this.give((card, rid) => call('content.confirm', card, { rid }), '好，还准');
  },
  onTaking() {
    this.setData({ taking: true, wrong: '' });
  },
  onReason(event: WechatMiniprogram.Input) {
    if (this.data.wrong !== '') this.draft.renew();
    this.setData({ reason: this.draft.keep({ reason: event.detail.value }).reason, wrong: '' });
  },
  async onTakeDown() {
    const reason = this.data.reason.trim();
    const { chosen } = this.data;
    if (reason === '') this.setData({ wrong: '写一句为啥' });
    else if (chosen !== null && chosen.kind !== 'policy') {
      const { id, kind } = chosen;
      await this.give(
        (_, rid) => call('content.take_down', { id, kind, reason }, { rid }),
        '下架了，改好再审一遍就回来',
      );
    }
  },
  async give(
    command: (card: Pick<ContentCard, 'kind' | 'id'>, rid: string) => Promise<ContentCard>,
    done: string,
  ) {
    const { chosen, busy } = this.data;
    if (chosen === null || busy) return;
    this.setData({ busy: true, wrong: '', news: '' });
    try {
      await command({ kind: chosen.kind, id: chosen.id }, this.draft.rid());
      this.draft.drop();
      this.setData({ chosen: null, taking: false, reason: '', news: done });
      await this.load();
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.draft.renew();
      this.setData({ wrong: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
});

import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { troubleOf } from '../../../api/trouble';
import type { ContentCard } from '../../../contract/content';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { contentLine, draftLine } from '../lib/governance-line';
import { POLICY_LINES } from './content.view';

const EMPTY = { reason: '' };

/** What waits for a reading, what grew old, everything that can be seen (S28, G12). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    turns: [] as ReturnType<typeof draftLine>[],
    drafts: [] as ReturnType<typeof draftLine>[],
    stale: [] as ReturnType<typeof contentLine>[],
    items: [] as ReturnType<typeof contentLine>[],
    policies: POLICY_LINES,
    canWrite: false,
    /** What is looked at in the sheet; `null`: none. */
    chosen: null as ReturnType<typeof contentLine> | null,
    chosenStale: false,
    taking: false,
    adding: false,
    reason: '',
    wrong: '',
    news: '',
    busy: false,
  },
  draft: draftOf('content:shown', EMPTY),

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
      const desk = await call('content.desk', {});
      const now = serverNow();
      this.setData({
        state: 'ready',
        turns: desk.turns.map((card) => draftLine(card, now)),
        drafts: desk.drafts.map((card) => draftLine(card, now)),
        stale: desk.stale.map((card) => contentLine(card, now)),
        items: desk.items.map((card) => contentLine(card, now)),
        canWrite: desk.canWrite,
      });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (this.data.state !== 'ready') this.setData({ state, offline, gone: says });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  onItem(event: WechatMiniprogram.TouchEvent) {
    if (!this.data.canWrite) return;
    const { id } = event.currentTarget.dataset;
    const chosen = [...this.data.items, ...this.data.stale].find((one) => one.id === id) ?? null;
    const chosenStale = this.data.stale.some((one) => one.id === id);
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

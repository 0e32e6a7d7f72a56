import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { Refused, Unreachable } from '../../../api/failures';
import { shown } from '../../../api/show';
import type { TriageView } from '../../../contract/work';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { dayTime } from '../../../lib/time';
import { type DeskLine, dangerWord, loadWord, type Tab, triageLook } from './triage.view';

const NOTHING: TriageView = { communityName: '', waiting: [], soon: [], replies: [], unchecked: [] };

/** 受理台: right hands, first time (visual.md 12.10). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    seen: '',
    community: '',
    tab: 'waiting' as Tab,
    tabs: [] as { value: Tab; word: string }[],
    lines: [] as DeskLine[],
    empty: '都分完了',
    more: '',
    /** Words of danger that nobody has rung about: first of all. */
    danger: '',
    amount: '',
  },
  view: NOTHING,

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async loadDanger() {
    try {
      const { output } = await load('danger.list', { communityId: null, called: false });
      this.setData({ danger: dangerWord(output.open) });
    } catch (failure) {
      // The page says by itself what stands in the way of the whole desk.
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    }
  },
  async onDanger() {
    await open('/packages/office/danger/danger');
  },
  /** How much there is; never who has how many (G6). */
  async loadAmount() {
    try {
      const { output } = await load('desk.load', { communityId: null });
      this.setData({ amount: loadWord(output) });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    }
  },
  async load() {
    void this.loadDanger();
    void this.loadAmount();
    await shown(
      this,
      async () => {
        const { output, seenAt } = await load('desk.triage', { communityId: null });
        this.view = output;
        this.setData({ seen: seenAt === null ? '' : `现在没网。这是${dayTime(seenAt, serverNow())}的样子` });
        this.draw();
      },
      (says) => `这一页给社区受理员用。${says}`,
    );
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  draw() {
    const look = triageLook(this.view, this.data.tab, serverNow());
    this.setData({ state: 'ready', ...look });
  },
  onTab({ detail }: WechatMiniprogram.CustomEvent<{ value: Tab }>) {
    this.setData({ tab: detail.value });
    this.draw();
  },
  async onMatter(event: WechatMiniprogram.TouchEvent) {
    await open(`/packages/office/matter/matter?id=${event.currentTarget.dataset.id}`);
  },
});

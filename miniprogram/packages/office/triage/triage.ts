import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { Refused, Unreachable } from '../../../api/failures';
import { troubleOf } from '../../../api/trouble';
import { DANGER_KINDS } from '../../../contract/words';
import type { LoadView, TriageView } from '../../../contract/work';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { channelWord, type TaskLine, taskLine } from '../../../lib/task-line';
import { joined } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

/** 在办 12 · 快到点 2 · 过点 1 …: what is there, in counts of matters. */
function loadWord({ underWay, soon, late, pendingLong, withDepartments }: LoadView): string {
  return joined(
    `在办 ${underWay} 件`,
    soon > 0 && `快到点 ${soon}`,
    late > 0 && `过点 ${late}`,
    withDepartments > 0 && `部门在办 ${withDepartments}`,
    pendingLong > 0 && `挂着 ${pendingLong}`,
  );
}

type Tab = 'waiting' | 'soon' | 'replies';
const NOTHING: TriageView = { communityName: '', waiting: [], soon: [], replies: [] };

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
    lines: [] as (TaskLine & { channel: string })[],
    empty: '都分完了',
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
      const [first] = output.open;
      const more = output.open.length > 1 ? `，共 ${output.open.length} 件` : '';
      this.setData({
        danger:
          first === undefined ? '' : `危急：${DANGER_KINDS[first.kind]}“${first.word}”${more}。先打电话`,
      });
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
    try {
      const { output, seenAt } = await load('desk.triage', { communityId: null });
      this.view = output;
      this.setData({ seen: seenAt === null ? '' : `现在没网。这是${dayTime(seenAt, serverNow())}的样子` });
      this.draw();
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (this.data.state !== 'ready')
        this.setData({ state, offline, gone: `这一页给社区受理员用。${says}` });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  draw() {
    const { waiting, soon, replies, communityName } = this.view;
    const now = serverNow();
    this.setData({
      state: 'ready',
      community: communityName,
      tabs: [
        { value: 'waiting', word: `等您分 ${waiting.length}` },
        { value: 'soon', word: `快到点 ${soon.length}` },
        { value: 'replies', word: `等回话 ${replies.length}` },
      ],
      lines: this.view[this.data.tab].map((card) => ({ ...taskLine(card, now), channel: channelWord(card) })),
      empty: { waiting: '都分完了', soon: '没有快到点的', replies: '没有在等回话的' }[this.data.tab],
    });
  },
  onTab({ detail }: WechatMiniprogram.CustomEvent<{ value: Tab }>) {
    this.setData({ tab: detail.value });
    this.draw();
  },
  async onMatter(event: WechatMiniprogram.TouchEvent) {
    await open(`/packages/office/matter/matter?id=${event.currentTarget.dataset.id}`);
  },
});

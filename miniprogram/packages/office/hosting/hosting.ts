import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { Refused, Unreachable } from '../../../api/failures';
import { troubleOf } from '../../../api/trouble';
import type { SessionCard } from '../../../contract/school';
import { look } from '../../../device/look';
import { type SessionLine, sessionLine } from '../../../lib/session-line';
import { dayTime } from '../../../lib/time';

const DAY_MS = 86_400_000;
/** More classes in a day than one host has. */
const LAID_BY = 3;

/** 班主任: the classes I host, nearest first. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '眼下没有您带的课',
    lines: [] as SessionLine[],
    past: [] as SessionLine[],
    seen: '',
  },
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
      const { output, seenAt } = await load('session.hosting', {});
      const now = serverNow();
      const lineOf = (card: SessionCard) => ({
        ...sessionLine(card, now),
        link: `/packages/office/console/console?id=${card.id}`,
      });
      const lines = output.items.map(lineOf);
      const past = output.past.map(lineOf);
      this.setData({
        lines,
        past,
        state: lines.length + past.length === 0 ? 'empty' : 'ready',
        seen: seenAt === null ? '' : `现在没网，点开照样点名。这是${dayTime(seenAt, now)}的样子`,
      });
      if (seenAt === null) await this.layBy(output.items, now);
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      this.setData({
        state,
        offline,
        gone: state === 'empty' ? `这一页给班主任用。${says}` : this.data.gone,
      });
    }
  },
  /** The rosters of the day ahead are on this phone before its owner goes down to a room without a network. */
  async layBy(items: readonly SessionCard[], now: number) {
    const soon = items.filter(({ startsAt }) => startsAt < now + DAY_MS).slice(0, LAID_BY);
    try {
      await Promise.all(soon.map(({ id }) => load('session.console', { id })));
    } catch (failure) {
      // What cannot be read now is read when it is opened.
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
});

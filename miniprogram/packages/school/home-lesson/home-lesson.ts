import { load } from '../../../api/cache';
import { serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { bookLines, type PairLine, type VisitLine, visitLine } from './home-lesson.view';

/** 送学上门: what is agreed with whom, and the way to pairs and to one's own study hours (S48, S49). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    coming: [] as VisitLine[],
    past: [] as VisitLine[],
    family: [] as VisitLine[],
    book: [] as PairLine[],
    asked: '',
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const { output } = await load('home_lesson.list', {});
      const now = serverNow();
      const waiting = output.pairs.filter(({ state, askedByMe }) => state === 'asked' && !askedByMe);
      const coming = output.open.map((view) => visitLine(view, now));
      const past = output.past.map((view) => visitLine(view, now));
      const family = output.family.map((view) => visitLine(view, now));
      const nothing = coming.length + past.length + family.length + output.pairs.length === 0;
      this.setData({
        coming,
        past,
        family,
        book: bookLines(output.pairs),
        asked: waiting.length === 0 ? '' : `${waiting.length} 位想跟您结对，等您一句话`,
        state: nothing ? 'empty' : 'ready',
      });
    } catch (failure) {
      this.setData({ state: 'error', offline: troubleOf(failure).offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onPair() {
    await open('/packages/school/pair/pair');
  },
});

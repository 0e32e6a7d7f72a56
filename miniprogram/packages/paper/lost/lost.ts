import { load } from '../../../api/cache';
import { call } from '../../../api/call';
import { giveFrom, readInto } from '../../../api/desk-page';
import { draftOf } from '../../../api/drafts';
import type { LessonSlip } from '../../../contract/paper';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { type LostLine, lostLine } from './lost.view';

/** 送学记录条 that were lost on the way: the desk makes their codes good for nothing. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '没有在外头的送学条',
    view: null as LostLine[] | null,
    busy: false,
    wrong: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },
  /** Which one was last meant: the same intention goes out again under the same rid. */
  draft: draftOf('paper:lost', { id: '' }),

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  async load() {
    await readInto(
      this,
      load('paper.lesson_slips', {}).then(({ output }) => output.items),
    );
  },
  show(items: readonly LessonSlip[]) {
    const view = items.map(lostLine);
    this.setData({ view, state: view.length === 0 ? 'empty' : 'ready' });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onRevoke(event: WechatMiniprogram.TouchEvent) {
    const line = this.data.view?.find(({ id }) => id === String(event.currentTarget.dataset.id));
    if (line === undefined || this.data.busy) return;
    if (!(await ask(`${line.title}的那张作废？谁捡着都录不了`, '作废', '先留着'))) return;
    if (this.draft.read().id !== line.id) this.draft.keep({ id: line.id });
    const input = { kind: 'home_lesson', id: line.id, edition: line.edition } as const;
    const revoke = async (rid: string) => {
      await call('paper.revoke', input, { rid });
      return (await load('paper.lesson_slips', {})).output.items;
    };
    await giveFrom(this, revoke, '作废了，告诉去的人再印一张', {});
  },
});

import { call, newRid, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf } from '../../../api/failures';
import { shown } from '../../../api/show';
import type { AppealCard, CheckCard, RectifyCard } from '../../../contract/rating';
import type { RectifyCause } from '../../../contract/words';
import { ring } from '../../../device/ask';
import { look } from '../../../device/look';
import { dayChoices } from '../../../lib/time';
import {
  type AppealLine,
  appealLine,
  CAUSES,
  type CallLine,
  type CheckLine,
  callLine,
  checkLine,
  complete,
  NOTHING_WRITTEN,
  type Sheet,
  TITLES,
  WAYS,
  type Written,
} from './ratings.view';

interface Lists {
  calls: RectifyCard[];
  checks: CheckCard[];
  appeals: AppealCard[];
}

/** 回访和复核: what follows from a bad rating, words that a second person checks, appeals (workflows 2.4). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    calls: [] as CallLine[],
    checks: [] as CheckLine[],
    appeals: [] as AppealLine[],
    sheet: '' as Sheet,
    title: '',
    asks: '',
    causes: CAUSES,
    ways: WAYS,
    days: [] as { value: string; word: string }[],
    written: { ...NOTHING_WRITTEN },
    ready: false,
    trouble: '',
    news: '',
    busy: false,
  },
  id: '',
  lists: { calls: [], checks: [], appeals: [] } as Lists,
  draft: draftOf<Written>('ratings', NOTHING_WRITTEN),

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(
      this,
      async () => {
        this.show(await call('rating.desk', { communityId: null }));
      },
      (says) => `这一页给受理和监督的用。${says}`,
    );
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(change: Partial<Lists>) {
    const now = serverNow();
    this.lists = { ...this.lists, ...change };
    const { calls, checks, appeals } = this.lists;
    this.setData({
      state: calls.length + checks.length + appeals.length === 0 ? 'empty' : 'ready',
      gone: '都回访过了',
      calls: calls.map((card) => callLine(card, now)),
      checks: checks.map((card) => checkLine(card, now)),
      appeals: appeals.map(appealLine),
    });
  },

  /** Shown once for this call, and written down. */
  async onRing(event: WechatMiniprogram.TouchEvent) {
    try {
      const id = String(event.currentTarget.dataset.id);
      const { value } = await call('rating.phone', { id }, { rid: newRid() });
      if (value === '') this.setData({ trouble: '没留电话，上门问一句' });
      else ring(value);
    } catch (failure) {
      this.setData({ trouble: saysOf(failure) });
    }
  },
  onOpen(event: WechatMiniprogram.TouchEvent) {
    const { id, act } = event.currentTarget.dataset;
    // The page draws these.
    const sheet = act as Exclude<Sheet, ''>;
    if (this.id !== id) this.draft.drop();
    this.id = String(id);
    const written = this.draft.read();
    const days = dayChoices(serverNow(), 1, 7).map(({ at, word }) => ({ value: String(at), word }));
    this.setData({
      sheet,
      ...TITLES[sheet],
      written,
      ready: complete(sheet, written),
      days,
      trouble: '',
      news: '',
    });
  },
  onClose() {
    this.setData({ sheet: '' });
  },
  keep(change: Partial<Written>) {
    if (this.data.trouble !== '') this.draft.renew();
    const written = this.draft.keep(change);
    this.setData({ written, ready: complete(this.data.sheet, written), trouble: '' });
  },
  onPick(event: WechatMiniprogram.TouchEvent) {
    const { field, value } = event.currentTarget.dataset;
    this.keep({ [String(field)]: String(value) });
  },
  onNote({ detail }: WechatMiniprogram.TextareaInput) {
    this.keep({ note: detail.value });
  },
  async onHolds(event: WechatMiniprogram.TouchEvent) {
    this.id = String(event.currentTarget.dataset.id);
    await this.give('记上了', (rid) =>
      call('rating.spot_check', { id: this.id, holds: true, note: '' }, { rid }),
    );
  },
  async onHandIn() {
    const { sheet, written } = this.data;
    const { id } = this;
    const note = written.note.trim();
    switch (sheet) {
      case 'call_back':
        return this.give('记上了，居民看得到', (rid) =>
          call('rating.call_back', { ...this.callBack(written), id, note }, { rid }),
        );
      case 'fixed':
        return this.give('告诉居民了', (rid) => call('rating.fixed', { id, note }, { rid }));
      case 'review':
      case 'dismiss':
        return this.give('复核记上了', (rid) =>
          call('rating.review', { id, upheld: sheet === 'review', reason: note }, { rid }),
        );
      case 'deny':
        return this.give('重新给他办', (rid) =>
          call('rating.spot_check', { id, holds: false, note }, { rid }),
        );
      default:
        return undefined;
    }
  },
  callBack({ cause, way, until }: Written) {
    return {
      // Chosen from the closed lists.
      cause: cause as RectifyCause,
      way: way as 'now' | 'by' | 'explain',
      until: way === 'by' ? Number(until) : null,
    };
  },
  async give(done: string, send: (rid: string) => Promise<Partial<Lists>>) {
    if (this.data.busy) return;
    this.setData({ busy: true, trouble: '', news: '' });
    try {
      this.show(await send(this.draft.rid()));
      this.draft.drop();
      this.setData({ sheet: '', news: done });
    } catch (failure) {
      if (failure instanceof Refused) this.draft.renew();
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
});

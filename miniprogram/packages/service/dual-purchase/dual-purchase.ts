import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { shown } from '../../../api/show';
import type { NoticeView } from '../../../contract/notice';
import { ask } from '../../../device/ask';
import { myCommunity } from '../../../device/counter';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { composerFor } from '../lib/composer';
import { fromList } from '../said/from-item';
import {
  type BuyForm,
  ceilings,
  lastDays,
  listOf,
  missingOfNotice,
  missingToBuy,
  NO_NOTICE,
  NOTHING_TO_BUY,
  type NoticeForm,
  type NoticeLine,
  noticeLine,
} from './dual-purchase.view';

/** 惠民双购 (S69): notices, and a list that somebody buys for a neighbour. Cash, face to face. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    lines: [] as NoticeLine[],
    keeps: false,
    ceilings: ceilings(0),
    buy: { ...NOTHING_TO_BUY },
    notice: { ...NO_NOTICE },
    days: lastDays(serverNow()),
    sheet: '' as '' | 'buy' | 'notice',
    wrong: '',
    trouble: '',
    news: '',
    busy: false,
  },
  buying: draftOf<BuyForm>('buy', NOTHING_TO_BUY),
  writing: draftOf<NoticeForm>('notice', NO_NOTICE),
  taking: intention(),

  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    await shown(this, async () => {
      const { output } = await load('notice.list', { communityId: myCommunity() });
      this.setData({ state: 'ready', keeps: output.keeps, ceilings: ceilings(output.ceiling) });
      this.show(output.items);
    });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(items: readonly NoticeView[]) {
    const now = serverNow();
    this.setData({ lines: items.map((notice) => noticeLine(notice, now)) });
  },

  onBuy() {
    this.setData({ sheet: 'buy', buy: this.buying.read(), wrong: '', trouble: '' });
  },
  onClose() {
    this.setData({ sheet: '' });
  },
  onList({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ buy: this.buying.keep({ list: detail.value }), wrong: '', trouble: '' });
  },
  onCeiling(event: WechatMiniprogram.TouchEvent) {
    const ceiling = String(event.currentTarget.dataset.value);
    this.setData({ buy: this.buying.keep({ ceiling }), wrong: '', trouble: '' });
  },
  async onGoOn() {
    const { buy } = this.data;
    const wrong = missingToBuy(buy);
    if (wrong !== '') {
      this.setData({ wrong, trouble: wrong === 'list' ? '写写买啥' : '最多花多少，点一个' });
      return;
    }
    const { draft } = composerFor('');
    draft.keep(fromList(draft.read(), { list: listOf(buy.list), ceiling: Number(buy.ceiling) }));
    this.buying.drop();
    this.setData({ sheet: '' });
    await open('/packages/service/confirm/confirm');
  },

  onNotice() {
    this.setData({ sheet: 'notice', notice: this.writing.read(), wrong: '', trouble: '' });
  },
  onNoticeField({ detail }: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
    this.keepNotice({ [detail.name]: detail.value });
  },
  onNoticeDay(event: WechatMiniprogram.TouchEvent) {
    this.keepNotice({ until: String(event.currentTarget.dataset.value) });
  },
  keepNotice(change: Partial<NoticeForm>) {
    if (this.data.trouble !== '') this.writing.renew();
    this.setData({ notice: this.writing.keep(change), wrong: '', trouble: '' });
  },
  async onPut() {
    const { notice, busy } = this.data;
    const wrong = missingOfNotice(notice);
    if (busy) return;
    if (wrong !== '') {
      this.setData({ wrong, trouble: '还差一样' });
      return;
    }
    this.setData({ busy: true });
    try {
      const { title, text, until } = notice;
      const input = { title: title.trim(), text: text.trim(), until: Number(until), communityId: null };
      const { items } = await call('notice.put', input, { rid: this.writing.rid() });
      this.writing.drop();
      this.setData({ sheet: '', news: '贴出去了，到日子自己撤' });
      this.show(items);
    } catch (failure) {
      this.setData({
        trouble: saysOf(failure),
        wrong: failure instanceof Refused ? (failure.field ?? '') : '',
      });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onTake(event: WechatMiniprogram.TouchEvent) {
    if (!(await ask('这条撤下来？', '撤下'))) return;
    try {
      const id = String(event.currentTarget.dataset.id);
      const { items } = await call('notice.withdraw', { id }, { rid: this.taking.rid() });
      this.taking.answered();
      this.setData({ news: '撤下来了', trouble: '' });
      this.show(items);
    } catch (failure) {
      if (failure instanceof Refused) this.taking.answered();
      this.setData({ trouble: saysOf(failure) });
    }
  },
});

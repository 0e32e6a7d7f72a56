import { load } from '../../../api/cache';
import { call, newRid, saysOf, serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import type { Callback } from '../../../contract/people';
import { ring } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type CallLine, callLines } from './callbacks.view';

/** 等您打个电话: elders and people without a phone screen, whom no message reaches (workflows 10.4). */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '没有要打的电话',
    goneText: '微信提醒得到的，不用您打',
    lines: [] as CallLine[],
    trouble: '',
    /** Id of the line whose answer is on its way. */
    busy: '',
  },
  /** One intention of the desk, the same rid while it is tried again. */
  rids: {} as Record<string, string>,

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
      const { output } = await load('desk.callbacks', { communityId: null });
      this.show(output.items);
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      this.setData({ state, offline, ...(state === 'empty' ? { gone: says, goneText: '' } : {}) });
    }
  },
  show(items: readonly Callback[]) {
    this.setData({ lines: callLines(items, serverNow()), state: items.length === 0 ? 'empty' : 'ready' });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onMatter(event: WechatMiniprogram.TouchEvent) {
    await open(event.currentTarget.dataset.link);
  },
  async onRing(event: WechatMiniprogram.TouchEvent) {
    const id = String(event.currentTarget.dataset.id);
    await this.once(id, 'ring', async (rid) => {
      const { phone } = await call('desk.callback_phone', { id }, { rid });
      ring(phone);
    });
  },
  async onReached(event: WechatMiniprogram.TouchEvent) {
    await this.called(String(event.currentTarget.dataset.id), true);
  },
  async onMissed(event: WechatMiniprogram.TouchEvent) {
    await this.called(String(event.currentTarget.dataset.id), false);
  },
  async called(id: string, reached: boolean) {
    const told = this.data.lines.find((line) => line.id === id)?.news.map((one) => one.id) ?? [];
    await this.once(id, reached ? 'reached' : 'missed', async (rid) => {
      const { items } = await call('desk.called', { id, reached, told }, { rid });
      this.show(items);
      if (!reached) await wx.showToast({ title: '记下了，过会儿再打', icon: 'none' });
    });
  },
  async once(id: string, what: string, send: (rid: string) => Promise<void>) {
    if (this.data.busy !== '') return;
    const key = `${id}:${what}`;
    const rid = this.rids[key] ?? newRid();
    this.rids[key] = rid;
    this.setData({ busy: id, trouble: '' });
    try {
      await send(rid);
      delete this.rids[key];
    } catch (failure) {
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: '' });
    }
  },
});

import { load } from '../../../api/cache';
import { troubleOf } from '../../../api/trouble';
import { POLICIES, type Policy } from '../../../contract/words';
import { copy } from '../../../device/copy';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type PolicyLook, paperOf, policyLook } from './policy.view';

const isPolicy = (text: string | undefined): text is Policy => text !== undefined && text in POLICIES;

/** One of the school's rules, to be read, copied onto paper, or written anew (S27–S29). `?policy=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    view: null as PolicyLook | null,
    office: false,
    news: '',
  },
  policy: 'learner_code' as Policy,
  edition: null as number | null,

  onLoad(query: Record<string, string | undefined>) {
    if (isPolicy(query.policy)) this.policy = query.policy;
    wx.setNavigationBarTitle({ title: POLICIES[this.policy] });
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const { output } = await load('policy.get', { policy: this.policy, edition: this.edition });
      this.setData({ state: 'ready', view: policyLook(output, this.edition), office: output.canWrite });
    } catch (failure) {
      if (this.data.view === null) this.setData({ state: 'error', offline: troubleOf(failure).offline });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onEdition(event: WechatMiniprogram.TouchEvent) {
    this.edition = Number(event.currentTarget.dataset.edition);
    await this.load();
    await wx.pageScrollTo({ scrollTop: 0 });
  },
  async onNow() {
    this.edition = null;
    await this.load();
  },
  async onCopy() {
    const { view } = this.data;
    if (view !== null)
      this.setData({
        news: (await copy(paperOf(view))) ? '抄好了，贴到文档里就能打印' : '没抄成，截个图也行',
      });
  },
  async onWrite() {
    await open(`/packages/academic/write/write?kind=policy&id=${this.policy}`);
  },
});

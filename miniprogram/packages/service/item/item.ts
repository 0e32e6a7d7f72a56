import { load } from '../../../api/cache';
import { call } from '../../../api/call';
import { Refused, saysOf } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import type { ServiceItemView } from '../../../contract/catalogue';
import type { ChildAge } from '../../../contract/words';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { composerFor } from '../lib/composer';
import { fromItem } from '../said/from-item';
import { AGES, type ChildForm, type ItemLook, itemLook, missingOf, NO_CHILD } from './item.view';

/** One item of the catalogue: for whom, what is asked, how long, and 我要办 (S71, S72). `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as ItemLook | null,
    sheet: false,
    ages: AGES,
    child: { ...NO_CHILD } as ChildForm,
    wrong: '',
    trouble: '',
    news: '',
    busy: false,
  },
  id: '',
  item: null as ServiceItemView | null,
  keeping: intention(),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
    this.keeping = intention();
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      this.show((await load('catalogue.get', { id: this.id })).output);
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (this.item === null) this.setData({ state, offline, gone: says });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  show(item: ServiceItemView) {
    this.item = item;
    this.setData({ state: 'ready', view: itemLook(item) });
    wx.setNavigationBarTitle({ title: item.title });
  },

  async onAsk() {
    if (this.data.view?.guardian === true) this.setData({ sheet: true, trouble: '', wrong: '' });
    else await this.compose(null);
  },
  onClose() {
    this.setData({ sheet: false });
  },
  onField({ detail }: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
    this.setData({ child: { ...this.data.child, [detail.name]: detail.value }, wrong: '', trouble: '' });
  },
  onAge(event: WechatMiniprogram.TouchEvent) {
    const age = String(event.currentTarget.dataset.value);
    this.setData({ child: { ...this.data.child, age }, wrong: '', trouble: '' });
  },
  async onGuardian() {
    const { child } = this.data;
    const wrong = missingOf(child);
    if (wrong !== '') {
      this.setData({ wrong, trouble: '还差一样' });
      return;
    }
    this.setData({ sheet: false });
    // Chosen from the closed list.
    await this.compose({
      nickname: child.nickname.trim(),
      age: child.age as ChildAge,
      pickUp: child.pickUp.trim(),
    });
  },
  /** Nothing of the child: who looks after it rings and hears it. */
  async onWithoutChild() {
    this.setData({ sheet: false });
    await this.compose(null);
  },
  /** The composer goes on with the item; what is asked of a child stays out of the address. */
  async compose(child: Parameters<typeof fromItem>[2]) {
    if (this.item === null) return;
    const { draft } = composerFor('');
    draft.keep(fromItem(draft.read(), this.item, child));
    await open(`/packages/service/say/say?item=${this.item.id}`);
  },

  async onEdit() {
    await open(`/packages/office/keep/keep?id=${this.id}`);
  },
  async onConfirm() {
    await this.keep('核定了，样例两个字摘下来了', (rid) =>
      call('catalogue.confirm', { id: this.id }, { rid }),
    );
  },
  async onOffer() {
    const offered = this.data.view?.withdrawn === true;
    const done = offered ? '又放回目录里了' : '撤下了，居民看不到了';
    await this.keep(done, (rid) => call('catalogue.offer', { id: this.id, offered }, { rid }));
  },
  async keep(done: string, send: (rid: string) => Promise<ServiceItemView>) {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '', trouble: '' });
    try {
      this.show(await send(this.keeping.rid()));
      this.keeping.answered();
      this.setData({ news: done });
    } catch (failure) {
      if (failure instanceof Refused) this.keeping.answered();
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onBack() {
    await open('/packages/service/catalogue/catalogue');
  },
});

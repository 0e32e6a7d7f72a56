import { load } from '../../../api/cache';
import { call, serverNow } from '../../../api/call';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import { intention } from '../../../api/intention';
import { troubleOf } from '../../../api/trouble';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { confirmedText } from '../components/relay/relay.view';
import { type CourseLook, courseLook } from './course.view';

/** One course of the menu: order it, or take a seat where it is planned. `?id=` */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '',
    view: null as CourseLook | null,
    confirmed: '',
    busy: false,
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
    ordering: false,
    branch: { name: '', size: '' },
    wrong: '',
  },
  id: '',
  intention: intention(),

  onLoad(query: Record<string, string | undefined>) {
    this.id = query.id ?? '';
  },
  async onShow() {
    this.setData(look());
    await this.load();
  },
  async load() {
    try {
      const [{ output }, confirmed] = await Promise.all([
        load('course.get', { id: this.id }),
        this.usedFor(),
      ]);
      this.setData({ state: 'ready', view: courseLook(output, serverNow()), confirmed });
    } catch (failure) {
      const { state, says, offline } = troubleOf(failure);
      if (this.data.view === null) this.setData({ state, offline, gone: says });
      else this.setData({ news: says, newsTone: 'rust' });
    }
  },
  /** What residents confirmed that it was of use for; the page stands without it. */
  async usedFor(): Promise<string> {
    try {
      return confirmedText((await load('relay.course', { id: this.id })).output.confirmed);
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      return this.data.confirmed;
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  async onOrder() {
    const { view, busy } = this.data;
    if (view === null || busy) return;
    const ordered = !view.chosen;
    this.setData({ busy: true, news: '' });
    try {
      await call('course.order', { ids: [this.id], ordered }, { rid: this.intention.rid() });
      this.intention.answered();
      await this.load();
      this.setData({ news: ordered ? '点上了。凑够人就排，排好告诉您' : '不点了', newsTone: 'pine' });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
  onBranch() {
    const { view } = this.data;
    if (view !== null) this.setData({ ordering: true, branch: view.branch, wrong: '' });
  },
  onClose() {
    this.setData({ ordering: false });
  },
  onField(event: WechatMiniprogram.Input) {
    const branch = { ...this.data.branch, [event.currentTarget.dataset.field]: event.detail.value };
    this.setData({ branch, wrong: '' });
  },
  async onSendBranch() {
    const { branch } = this.data;
    const size = Number(branch.size);
    if (branch.name.trim() === '') this.setData({ wrong: '写上是哪个支部' });
    else if (!Number.isInteger(size) || size < 1 || size > 100)
      this.setData({ wrong: '来几个人，写个数，最多 100' });
    else await this.orderBranch(branch.name.trim(), size, true);
  },
  async onDropBranch() {
    const { branch } = this.data.view ?? this.data;
    await this.orderBranch(branch.name, Number(branch.size), false);
  },
  async orderBranch(branch: string, size: number, ordered: boolean) {
    if (this.data.busy) return;
    this.setData({ busy: true, news: '', wrong: '' });
    try {
      const input = { id: this.id, branch, size, ordered };
      const view = await call('course.order_branch', input, { rid: this.intention.rid() });
      this.intention.answered();
      this.setData({
        view: courseLook(view, serverNow()),
        ordering: false,
        news: ordered ? '支部点上了。凑够人就排，排好告诉您' : '支部不点了',
        newsTone: 'pine',
      });
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      if (failure instanceof Refused) this.intention.answered();
      this.setData({ wrong: saysOf(failure), news: saysOf(failure), newsTone: 'rust' });
    } finally {
      this.setData({ busy: false });
    }
  },
  async onMenu() {
    await open('/packages/school/menu/menu');
  },
});

import { load } from '../../../api/cache';
import { call, newRid, serverNow } from '../../../api/call';
import { giveFrom, readInto } from '../../../api/desk-page';
import { draftOf } from '../../../api/drafts';
import { Refused, saysOf, Unreachable } from '../../../api/failures';
import type { ExportView } from '../../../contract/my-data';
import type { PhonedRightView } from '../../../contract/rights';
import { ask, ring } from '../../../device/ask';
import { look } from '../../../device/look';
import { askedOf, BLANK, copyLines, type Form, formLook, type WaitingLine, waitingLine } from './rights.view';

/** 电话里要办的: taken down by one (`?person=` `&name=`), done by a second one who rings back. Never kept on this phone. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    offline: false,
    gone: '没有等回电的',
    view: null as WaitingLine[] | null,
    person: '',
    name: '',
    form: BLANK,
    look: formLook(BLANK),
    copy: [] as { title: string; text: string }[],
    busy: false,
    wrong: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'rust',
  },
  /** Which one is being settled, and how: another one is another intention. What was said stays off this phone. */
  draft: draftOf('rights', { of: '' }),

  onLoad(query: Record<string, string | undefined>) {
    const name = decodeURIComponent(query.name ?? '');
    this.setData({ person: query.person ?? '', name: name === '' ? '他' : name });
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
    await readInto(
      this,
      load('rights.waiting', {}).then(({ output }) => output.items),
    );
  },
  show(items: readonly PhonedRightView[]) {
    const now = serverNow();
    const view = items.map((item) => waitingLine(item, now));
    this.setData({ view, state: view.length === 0 ? 'empty' : 'ready' });
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  onChip(event: WechatMiniprogram.TouchEvent) {
    const { key, value } = event.currentTarget.dataset;
    this.write({ ...this.data.form, [String(key)]: String(value) });
  },
  onValue({ detail }: WechatMiniprogram.Input) {
    this.write({ ...this.data.form, value: detail.value });
  },
  write(form: Form) {
    this.setData({ form, look: formLook(form), news: '' });
  },
  async onAsk() {
    const { person, form } = this.data;
    const asked = askedOf(form);
    if (typeof asked === 'string') return;
    this.mean(`ask:${person}:${JSON.stringify([form.right, form.field, form.consent])}`);
    const take = async (rid: string) =>
      (await call('rights.ask', { personId: person, asked }, { rid })).items;
    await giveFrom(this, take, '记下了，等另一位同事回电', {
      person: '',
      form: BLANK,
      look: formLook(BLANK),
    });
  },
  async onPhone(event: WechatMiniprogram.TouchEvent) {
    try {
      const personId = String(event.currentTarget.dataset.id);
      const { phone } = await call('rights.phone', { personId }, { rid: newRid() });
      if (phone === '') this.setData({ news: '他没留电话：等他再来，当面核实', newsTone: 'rust' });
      else ring(phone);
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      this.setData({ news: saysOf(failure), newsTone: 'rust' });
    }
  },
  async onYes(event: WechatMiniprogram.TouchEvent) {
    await this.settle(String(event.currentTarget.dataset.id), true);
  },
  async onNo(event: WechatMiniprogram.TouchEvent) {
    await this.settle(String(event.currentTarget.dataset.id), false);
  },
  async settle(personId: string, agreed: boolean) {
    const line = this.data.view?.find(({ id }) => id === personId);
    if (line === undefined || this.data.busy) return;
    const sure = agreed ? `打通了，是${line.title}本人要办？` : `不给${line.title}办？会告诉他一声`;
    if (!(await ask(sure, agreed ? '是本人，办' : '不办', '先等等'))) return;
    this.mean(`settle:${personId}:${agreed}`);
    let page: ExportView['page'] = [];
    const settle = async (rid: string) => {
      const output = await call('rights.settle', { personId, agreed }, { rid });
      page = output.page;
      return output.items;
    };
    await giveFrom(this, settle, agreed ? '办了' : '没办，跟他说了', {});
    this.setData({ copy: copyLines(page) });
  },
  mean(of: string) {
    if (this.draft.read().of !== of) this.draft.keep({ of });
  },
});

import { call, newRid, serverNow } from '../../../api/call';
import { oneStep, shownOrSaid } from '../../../api/own-page';
import type { CardView } from '../../../contract/household';
import type { Consent, MyDataView } from '../../../contract/my-data';
import { ask } from '../../../device/ask';
import { copy } from '../../../device/copy';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { type Keyed, keyed } from '../../../lib/keyed';
import { myDataLook } from './my-data.view';

const NOTHING: MyDataView = { kept: [], reads: [], consents: [], openRequests: 0, erasure: null };

/** 我的数据: always as it is now, never from a copy. */
Page({
  data: {
    ...look(),
    state: 'loading',
    offline: false,
    view: myDataLook(NOTHING, 0),
    /** `export`: the readable page · `erase`: what becomes of everything */
    sheet: '' as '' | 'export' | 'erase',
    page: [] as { title: string; lines: Keyed[] }[],
    json: '',
    card: '',
    busy: false,
    said: '',
    trouble: '',
  },

  cardId: '',

  async onShow() {
    this.setData(look());
    await this.refresh();
  },
  async onPullDownRefresh() {
    await this.refresh();
    await wx.stopPullDownRefresh();
  },
  async retry() {
    this.setData({ state: 'loading' });
    await this.refresh();
  },
  async refresh() {
    await shownOrSaid(this, async () => {
      const [view, { card }] = await Promise.all([call('data.get', {}), call('household.mine', {})]);
      this.show(view);
      this.showCard(card);
    });
  },
  show(view: MyDataView) {
    this.setData({ view: myDataLook(view, serverNow()), state: 'ready' });
  },

  showCard(card: CardView | null) {
    this.cardId = card?.id ?? '';
    const code = card?.state === 'valid' ? card.code : '';
    this.setData({ card: code === '' ? '' : `${code.slice(0, 4)} ${code.slice(4)}` });
  },
  async onTake() {
    await this.attempt(async () => {
      this.showCard(await call('household.take', { wanted: true }, { rid: newRid() }));
      this.setData({ said: '给您留好了，把码写到卡上' });
    });
  },
  async onLost() {
    if (!(await ask('卡丢了？马上作废，谁扫都打不开', '作废', '没丢'))) return;
    await this.attempt(async () => {
      const input = { id: this.cardId, why: 'lost' } as const;
      this.showCard(await call('household.void', input, { rid: newRid() }));
      this.setData({ said: '作废了' });
    });
  },

  async onProfile() {
    await open('/packages/people/profile/profile');
  },
  async onExport() {
    await this.attempt(async () => {
      const { page, json } = await call('data.export', {});
      const filled = page.filter(({ lines }) => lines.length > 0);
      this.setData({
        sheet: 'export',
        page: filled.map(({ title, lines }) => ({ title, lines: keyed(lines) })),
        json,
      });
    });
  },
  async onCopy() {
    await this.attempt(async () => {
      if (await copy(this.data.json)) this.setData({ sheet: '', said: '拷好了，粘到哪儿都行' });
      else this.setData({ trouble: '没拷。上面都看得见，也能请社区给您印一份' });
    });
  },
  async onWithdraw(event: WechatMiniprogram.TouchEvent) {
    const consent = this.data.view.consents.find(({ key }) => key === event.currentTarget.dataset.key);
    if (consent === undefined) return;
    if (!(await ask(`${consent.title}：${consent.text}。撤回？`, '撤回', '留着'))) return;
    await this.withdraw(consent.key);
  },
  async withdraw(consent: Consent) {
    await this.attempt(async () => {
      this.show(await call('data.withdraw', { consent }, { rid: newRid() }));
      this.setData({ said: '撤回了' });
    });
  },
  onErase() {
    this.setData({ sheet: 'erase', trouble: '' });
  },
  onClose() {
    this.setData({ sheet: '' });
  },
  async onEraseYes() {
    await this.attempt(async () => {
      this.show(await call('data.erase', { understood: true }, { rid: newRid() }));
      this.setData({ sheet: '', said: '记下了，到日子就注销' });
    });
  },
  async onKeep() {
    await this.attempt(async () => {
      this.show(await call('data.keep', { wanted: true }, { rid: newRid() }));
      this.setData({ said: '不注销了，都还在' });
    });
  },
  async attempt(step: () => Promise<void>) {
    await oneStep(this, step);
  },
});

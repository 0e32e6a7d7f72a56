import { load } from '../../../api/cache';
import { call, newRid, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { wasOnline } from '../../../api/network';
import { oneStep, shownOrSaid } from '../../../api/own-page';
import type { Agreed, FamilyView, PairingOffer } from '../../../contract/family';
import { ask } from '../../../device/ask';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { seenText } from '../../../lib/seen';
import { agreedRows, familyLook, NOTHING_AGREED, offerNote, spaced } from './family.view';

const entering = draftOf('family:bind', { code: '' });

Page({
  data: {
    ...look(),
    state: 'loading',
    offline: false,
    seen: '',
    ...familyLook({ elders: [], relatives: [] }),
    /** `offer`: what is agreed, then the digits · `agree`: changing it · `enter`: the relative's field */
    sheet: '' as '' | 'offer' | 'agree' | 'enter',
    rows: agreedRows(NOTHING_AGREED),
    digits: '',
    digitsNote: '',
    code: entering.read().code,
    trouble: '',
    said: '',
    busy: false,
  },

  view: { elders: [], relatives: [] } as FamilyView,
  agreed: NOTHING_AGREED as Agreed,
  bondId: '',
  offer: null as PairingOffer | null,
  /** One intention for one offer or change, kept until it is answered. */
  rid: newRid(),
  ticking: 0,

  async onShow() {
    this.setData(look());
    await this.refresh();
  },
  onUnload() {
    clearInterval(this.ticking);
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
      const { output, seenAt } = await load('family.get', {});
      this.show(output);
      this.setData({ seen: seenText(seenAt, wasOnline(), serverNow()) });
    });
  },
  show(view: FamilyView) {
    this.view = view;
    this.setData({ state: 'ready', ...familyLook(view) });
  },

  onOffer() {
    this.agreed = NOTHING_AGREED;
    this.openSheet('offer');
  },
  onEnter() {
    this.openSheet('enter');
  },
  onAgree(event: WechatMiniprogram.TouchEvent) {
    this.bondId = String(event.currentTarget.dataset.id);
    const bond = this.view.relatives.find(({ id }) => id === this.bondId);
    if (bond === undefined) return;
    this.agreed = bond.agreed;
    this.openSheet('agree');
  },
  openSheet(sheet: 'offer' | 'agree' | 'enter') {
    this.rid = newRid();
    this.setData({ sheet, rows: agreedRows(this.agreed), digits: '', trouble: '', said: '' });
  },
  async onClose() {
    clearInterval(this.ticking);
    const waited = this.data.digits !== '';
    this.setData({ sheet: '', digits: '' });
    // Somebody may have bound themself while the digits stood there.
    if (waited) await this.refresh();
  },
  onToggle(event: WechatMiniprogram.TouchEvent) {
    const key = this.data.rows.find((row) => row.key === event.currentTarget.dataset.key)?.key;
    if (key === undefined) return;
    this.agreed = { ...this.agreed, [key]: !this.agreed[key] };
    this.rid = newRid();
    this.setData({ rows: agreedRows(this.agreed), trouble: '' });
  },
  onCode(event: WechatMiniprogram.Input) {
    const code = event.detail.value.replace(/\D/g, '').slice(0, 6);
    entering.keep({ code });
    entering.renew();
    this.setData({ code, trouble: '' });
  },

  async onMake() {
    await this.attempt(async () => {
      this.offer = await call('family.offer', { agreed: this.agreed }, { rid: this.rid });
      this.setData({ digits: spaced(this.offer.code) });
      this.tick();
      clearInterval(this.ticking);
      this.ticking = setInterval(() => this.tick(), 20_000);
    });
  },
  tick() {
    if (this.offer !== null) this.setData({ digitsNote: offerNote(this.offer.expiresAt, serverNow()) });
  },
  async onChange() {
    await this.attempt(async () => {
      const input = { id: this.bondId, agreed: this.agreed };
      this.show(await call('family.agree', input, { rid: this.rid }));
      this.setData({ sheet: '', said: '改好了' });
    });
  },
  async onBind() {
    if (this.data.code.length !== 6) {
      this.setData({ trouble: '一共六位，数一数' });
      return;
    }
    await this.attempt(async () => {
      this.show(await call('family.bind', { code: this.data.code }, { rid: entering.rid() }));
      entering.drop();
      this.setData({ sheet: '', code: '', said: '绑上了，老人那边也看得见' });
    });
  },
  async onUnbind(event: WechatMiniprogram.TouchEvent) {
    const { id, name } = event.currentTarget.dataset;
    if (!(await ask(`跟${name}解除？马上就互相看不到了，往后还能再绑`, '解除', '先不了'))) return;
    await this.attempt(async () => {
      this.show(await call('family.unbind', { id: String(id) }, { rid: newRid() }));
      this.setData({ said: '解除了，从现在起看不到了' });
    });
  },
  async attempt(step: () => Promise<void>) {
    await oneStep(this, step, () => {
      this.rid = newRid();
      entering.renew();
    });
  },

  async onSpeak(event: WechatMiniprogram.TouchEvent) {
    const { person, name } = event.currentTarget.dataset;
    await open(
      `/packages/service/say/say?for=bound&person=${person}&name=${encodeURIComponent(String(name))}`,
    );
  },
  async onFollow(event: WechatMiniprogram.TouchEvent) {
    await open(`/packages/people/elder/elder?person=${event.currentTarget.dataset.person}`);
  },
});

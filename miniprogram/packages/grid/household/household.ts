import { call, newRid, serverNow } from '../../../api/call';
import { draftOf } from '../../../api/drafts';
import { oneStep } from '../../../api/own-page';
import type { HouseholdView } from '../../../contract/household';
import { ask } from '../../../device/ask';
import { knownCommunities, myCommunity } from '../../../device/counter';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import { communityChoices } from '../../../lib/community';
import { codeIn, NO_CARD, scanCard } from '../lib/card-code';
import { asksOf, type HouseholdLook, householdLook, NOTHING_AGREED } from './household.view';

const NEW_HOME = { name: '', communityId: '', phone: '', building: '', door: '' };
const draft = draftOf('household:new', NEW_HOME);
const FIELDS = ['name', 'phone', 'building', 'door'] as const;

/** 户卡: scanned or typed by whoever stands at the door; for staff alone. */
Page({
  data: {
    ...look(),
    state: 'ready',
    view: null as HouseholdLook | null,
    code: '',
    sheet: '' as '' | 'new' | 'witness',
    form: NEW_HOME,
    communities: [] as { id: string; word: string }[],
    digits: '',
    agreed: NOTHING_AGREED,
    asks: asksOf(NOTHING_AGREED),
    /** The elder has nodded to one of them at least. */
    agrees: false,
    busy: false,
    opening: false,
    trouble: '',
    said: '',
  },
  rid: newRid(),

  async onLoad(query: Record<string, string | undefined>) {
    const code = codeIn(decodeURIComponent(query.scene ?? ''));
    this.setData({
      communities: communityChoices(knownCommunities()).map(({ value, title }) => ({
        id: value,
        word: title,
      })),
    });
    if (code === '') return;
    // Scanned outside: the form for a card is not shown for a moment before it.
    this.setData({ opening: true });
    await this.openCode(code);
    this.setData({ opening: false });
  },
  onShow() {
    this.setData(look());
  },

  onCode(event: WechatMiniprogram.Input) {
    this.rid = newRid();
    this.setData({ code: event.detail.value, trouble: '' });
  },
  async onOpen() {
    const code = codeIn(this.data.code);
    if (code === '') this.setData({ trouble: '卡上的码一共八位，数一数' });
    else await this.openCode(code);
  },
  onScan() {
    scanCard((code) => {
      this.rid = newRid();
      void this.openCode(code);
    });
  },
  async openCode(code: string) {
    if (code === '') {
      this.setData({ trouble: NO_CARD });
      return;
    }
    await this.attempt(async () => this.show(await call('household.open', { code }, { rid: this.rid })));
  },
  show(view: HouseholdView) {
    this.setData({ view: householdLook(view, serverNow()), sheet: '' });
  },

  onNew() {
    const kept = draft.read();
    const form = { ...kept, communityId: kept.communityId || (myCommunity() ?? '') };
    this.setData({ sheet: 'new', form, trouble: '' });
  },
  onField(event: WechatMiniprogram.Input) {
    const field = FIELDS.find((name) => name === event.currentTarget.dataset.field);
    if (field !== undefined) this.keep({ [field]: event.detail.value });
  },
  onCommunity(event: WechatMiniprogram.TouchEvent) {
    this.keep({ communityId: String(event.currentTarget.dataset.id) });
  },
  keep(change: Partial<typeof NEW_HOME>) {
    const form = { ...this.data.form, ...change };
    draft.keep(form);
    this.setData({ form, trouble: '' });
  },
  async onRegister() {
    const { form } = this.data;
    if (form.name.trim() === '' || form.communityId === '') {
      this.setData({ trouble: '写个称呼、选个社区就能发卡' });
      return;
    }
    await this.attempt(async () => {
      this.show(await call('household.register', form, { rid: draft.rid() }));
      draft.drop();
      this.setData({ said: '发好了，把码写到卡上' });
    });
  },

  async onSpeak() {
    const { view } = this.data;
    if (view === null) return;
    const name = encodeURIComponent(view.name);
    await open(`/packages/service/say/say?for=household&person=${view.id}&name=${name}`);
  },
  async onAnew() {
    const id = this.data.view?.id ?? '';
    if (!(await ask('换一张新卡？旧卡马上作废', '换新卡', '先不换'))) return;
    await this.attempt(async () => {
      this.show(await call('household.issue', { id }, { rid: newRid() }));
      this.setData({ said: '换好了，把新码写到卡上' });
    });
  },
  async onLost() {
    const id = this.data.view?.id ?? '';
    if (!(await ask('卡丢了？马上作废，谁扫都打不开', '作废', '没丢'))) return;
    await this.attempt(async () => {
      await call('household.void', { id, why: 'lost' }, { rid: newRid() });
      this.setData({ view: null, said: '作废了。要再用，换一张新卡' });
    });
  },
  onWitness() {
    this.rid = newRid();
    const agreed = NOTHING_AGREED;
    this.setData({ sheet: 'witness', digits: '', trouble: '', agreed, asks: asksOf(agreed), agrees: false });
  },
  onClose() {
    this.setData({ sheet: '' });
  },
  /** Asked one by one: what the relative sees is what the elder nodded to. */
  onAgree(event: WechatMiniprogram.TouchEvent) {
    const key = this.data.asks.find((one) => one.key === event.currentTarget.dataset.key)?.key;
    if (key === undefined) return;
    const agreed = { ...this.data.agreed, [key]: !this.data.agreed[key] };
    this.rid = newRid();
    this.setData({ agreed, asks: asksOf(agreed), agrees: Object.values(agreed).includes(true), trouble: '' });
  },
  async onWitnessYes() {
    const { agreed } = this.data;
    await this.attempt(async () => {
      const cardId = this.data.view?.id ?? '';
      const { code } = await call('family.witness', { cardId, agreed }, { rid: this.rid });
      this.setData({ digits: `${code.slice(0, 3)} ${code.slice(3)}` });
    });
  },
  async attempt(step: () => Promise<void>) {
    await oneStep(this, step, () => {
      this.rid = newRid();
      draft.renew();
    });
  },
});

import { load } from '../../../api/cache';
import { call, newRid, saysOf, serverNow } from '../../../api/call';
import { troubleOf } from '../../../api/trouble';
import type { FoundPerson, PowerView, RoleChoice } from '../../../contract/role';
import { look } from '../../../device/look';
import { open } from '../../../device/open';
import {
  EMPTY_GRANT,
  type GrantForm,
  grantLook,
  keyOf,
  type PowerCard,
  powerCards,
  scopeOf,
} from './roles.view';

type Sheet = '' | 'grant' | 'revoke' | 'decline';

/** 岗位: find one person by the code they read out, give a role, take it away, agree to a colleague's. */
Page({
  data: {
    ...look(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    offline: false,
    says: '',
    code: '',
    person: null as { name: string; sample: boolean; community: string } | null,
    powers: [] as PowerCard[],
    waiting: [] as PowerCard[],
    sheet: '' as Sheet,
    form: EMPTY_GRANT,
    grant: grantLook([], EMPTY_GRANT),
    why: '',
    said: '',
    trouble: '',
    busy: false,
  },

  found: null as FoundPerson | null,
  choices: [] as RoleChoice[],
  waitingFor: [] as PowerView[],
  /** Whose power the open sheet is about. */
  about: null as PowerView | null,
  /** One intention keeps its rid while it is tried again. */
  rid: '',

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
      const { output } = await load('role.waiting', {});
      this.waitingFor = output.items;
      this.setData({ state: 'ready', says: '' });
      this.draw();
    } catch (failure) {
      const { says, offline } = troubleOf(failure);
      this.setData({ state: 'error', offline, says });
    }
  },
  async onRetry() {
    this.setData({ state: 'loading' });
    await this.load();
  },
  draw() {
    const { found } = this;
    this.setData({
      waiting: powerCards(this.waitingFor, serverNow()),
      person: found === null ? null : { name: found.name, sample: found.sample, community: found.community },
      powers: powerCards(found?.powers ?? [], serverNow()),
      grant: grantLook(this.choices, this.data.form),
    });
  },

  onCode(event: WechatMiniprogram.Input) {
    this.setData({ code: event.detail.value, trouble: '' });
  },
  async onFind() {
    if (this.data.code.trim() === '') return;
    await this.once(async () => {
      await this.find();
      this.setData({ said: '' });
    });
  },
  async find() {
    const { person, choices } = await call('role.find', { code: this.data.code.trim() });
    this.found = person;
    this.choices = choices;
    this.draw();
  },
  onAnother() {
    this.found = null;
    this.setData({ code: '', said: '', trouble: '' });
    this.draw();
  },

  onGrant() {
    this.openSheet('grant', null);
    this.setForm(EMPTY_GRANT);
  },
  onRole(event: WechatMiniprogram.CustomEvent) {
    this.setForm({ ...this.data.form, role: event.currentTarget.dataset.id, scope: '' });
  },
  onPlace(event: WechatMiniprogram.CustomEvent) {
    this.setForm({ ...this.data.form, scope: event.currentTarget.dataset.id });
  },
  onGrantWhy(event: WechatMiniprogram.Input) {
    this.setForm({ ...this.data.form, why: event.detail.value });
  },
  setForm(form: GrantForm) {
    // What was changed is another intention.
    this.rid = newRid();
    this.setData({ form, grant: grantLook(this.choices, form), trouble: '' });
  },
  async onGive() {
    const { form, grant } = this.data;
    const { found } = this;
    if (!grant.ready || form.role === '' || found === null) return;
    const input = {
      personId: found.id,
      role: form.role,
      scope: scopeOf(this.choices, form),
      why: form.why.trim(),
    };
    await this.once(async () => {
      const { state } = await call('role.grant', input, { rid: this.rid });
      await this.settled(state === 'held' ? '给了，马上能用' : '提上去了，等另一位管理员点头');
    });
  },

  onRevoke(event: WechatMiniprogram.TouchEvent) {
    this.openSheet('revoke', this.powerAt(event));
  },
  onDecline(event: WechatMiniprogram.TouchEvent) {
    this.openSheet('decline', this.powerAt(event));
  },
  powerAt(event: WechatMiniprogram.TouchEvent): PowerView | null {
    const { key } = event.currentTarget.dataset;
    return [...this.waitingFor, ...(this.found?.powers ?? [])].find((one) => keyOf(one) === key) ?? null;
  },
  onWhy(event: WechatMiniprogram.Input) {
    this.rid = newRid();
    this.setData({ why: event.detail.value, trouble: '' });
  },
  async onEnd() {
    const { about } = this;
    const why = this.data.why.trim();
    if (about === null || why === '') return;
    const input = { personId: about.personId, role: about.role, scope: about.scope, why };
    const revoking = this.data.sheet === 'revoke';
    await this.once(async () => {
      await call(revoking ? 'role.revoke' : 'role.decline', input, { rid: this.rid });
      await this.settled(revoking ? '撤了，他手上的事退回受理台' : '没同意，告诉提的人了');
    });
  },
  async onConfirm(event: WechatMiniprogram.TouchEvent) {
    const power = this.powerAt(event);
    if (power === null) return;
    const { personId, role, scope } = power;
    this.rid = newRid();
    await this.once(async () => {
      await call('role.confirm', { personId, role, scope }, { rid: this.rid });
      await this.settled('点了头，马上能用');
    });
  },
  async settled(said: string) {
    this.setData({ sheet: '', said });
    await this.load();
    if (this.found !== null) await this.find();
  },

  openSheet(sheet: Sheet, about: PowerView | null) {
    this.about = about;
    this.rid = newRid();
    this.setData({ sheet, why: '', trouble: '', said: '' });
  },
  onClose() {
    this.setData({ sheet: '' });
  },
  async onTrail() {
    await open('/packages/admin/trail/trail');
  },
  async once(send: () => Promise<void>) {
    if (this.data.busy) return;
    this.setData({ busy: true, trouble: '' });
    try {
      await send();
    } catch (failure) {
      this.setData({ trouble: saysOf(failure) });
    } finally {
      this.setData({ busy: false });
    }
  },
});

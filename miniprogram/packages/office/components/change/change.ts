import { call } from '../../../../api/call';
import { Refused, saysOf, type Unreachable } from '../../../../api/failures';
import { intention } from '../../../../api/intention';
import { ofForm, sentFrom } from '../../../../api/sheet';
import type { ConsoleView } from '../../../../contract/school';
import { type ChangeForm, changeOf, NO_CHANGE } from './change.view';

/** One page is one class. */
const sending = ofForm(intention());

/** A room that is made too small says how many sit in it. */
function saysWithCount(failure: Refused | Unreachable): string {
  const count = failure instanceof Refused ? failure.count : null;
  return count === null ? saysOf(failure) : `${saysOf(failure)}（${count} 位）`;
}

/**
 * 改一改 and 这节不上了, by the host: whoever signed up hears of it.
 *   mode: 'edit' | 'cancel', anything else is closed · session: id of a class · version · now: the form as it stands
 *   bind:close · bind:changed → detail { view, news }
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    mode: { type: String, value: '', observer: 'onMode' },
    session: { type: String, value: '' },
    version: { type: Number, value: 0 },
    now: { type: Object, value: NO_CHANGE },
  },
  data: { form: NO_CHANGE, seen: 0, reason: '', wrong: '', busy: false },
  methods: {
    onMode() {
      const { mode, now: form, version: seen } = this.data;
      if (mode !== '') this.setData({ form, seen, reason: '', wrong: '' });
    },
    onField(event: WechatMiniprogram.Input) {
      this.keep({ [String(event.currentTarget.dataset.field)]: event.detail.value });
    },
    onFamily(event: WechatMiniprogram.SwitchChange) {
      this.keep({ familyWelcome: event.detail.value });
    },
    keep(change: Partial<ChangeForm>) {
      this.setData({ form: { ...this.data.form, ...change }, wrong: '' });
    },
    onReason(event: WechatMiniprogram.Input) {
      this.setData({ reason: event.detail.value });
    },
    async onSave() {
      const { session: id, seen: version, form } = this.data;
      const change = changeOf(form);
      if (typeof change === 'string') {
        this.setData({ wrong: change });
        return;
      }
      const input = { id, version, ...change };
      await this.give(input, (rid) => call('session.edit', input, { rid }), '改好了');
    },
    async onCallOff() {
      const reason = this.data.reason.trim();
      const input = { id: this.data.session, reason };
      if (reason !== '')
        await this.give(input, (rid) => call('session.cancel', input, { rid }), '不上了，报名的人都告诉了');
    },
    async give(form: object, send: (rid: string) => Promise<ConsoleView>, news: string) {
      const view = await sentFrom(this, sending(form), send, saysWithCount);
      if (view !== null) this.triggerEvent('changed', { view, news });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});

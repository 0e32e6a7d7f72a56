import { call } from '../../../../api/call';
import { intention } from '../../../../api/intention';
import { ofForm, sentFrom } from '../../../../api/sheet';
import type { ConsoleView } from '../../../../contract/school';

/** One page is one class. */
const sending = ofForm(intention());

/**
 * After class: who signed on paper is entered, who says 我来了，没登上 is answered (workflows 2.6).
 *   open · session: id of a class · seat · name · asks: what they said, '' when nothing
 *   bind:close · bind:changed → detail { view, news }
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    open: { type: Boolean, value: false, observer: 'onOpen' },
    session: { type: String, value: '' },
    seat: { type: String, value: '' },
    name: { type: String, value: '' },
    asks: { type: String, value: '' },
  },
  data: { reason: '', wrong: '', busy: false },
  methods: {
    onOpen() {
      if (this.data.open) this.setData({ reason: '', wrong: '' });
    },
    onReason(event: WechatMiniprogram.Input) {
      this.setData({ reason: event.detail.value });
    },
    async onBackfill() {
      const { session: id, seat } = this.data;
      const reason = this.data.reason.trim();
      if (reason === '') this.setData({ wrong: '写一句为啥补，比如：纸上签了' });
      else
        await this.give({ id, seat, reason }, (rid) =>
          call('session.backfill', { id, seat, reason }, { rid }),
        );
    },
    async onGrant() {
      await this.answer(true);
    },
    async onDecline() {
      if (this.data.reason.trim() === '') this.setData({ wrong: '不补的话，给人一句为啥' });
      else await this.answer(false);
    },
    async answer(granted: boolean) {
      const { session: id, seat } = this.data;
      const words = this.data.reason.trim();
      const input = { id, seat, granted, words };
      await this.give(input, (rid) => call('session.answer_correction', input, { rid }));
    },
    async give(form: object, send: (rid: string) => Promise<ConsoleView>) {
      const view = await sentFrom(this, sending(form), send);
      if (view !== null) this.triggerEvent('changed', { view, news: '记上了' });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});

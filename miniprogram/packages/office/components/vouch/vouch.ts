import { call } from '../../../../api/call';
import { intention } from '../../../../api/intention';
import { ofForm, sentFrom } from '../../../../api/sheet';
import { ask } from '../../../../device/ask';
import type { Sent } from './vouch.view';

/** One page is one matter. */
const sending = ofForm(intention());

/**
 * 等您过目: a recording or a receipt that WeChat said nothing of; whoever sits at the desk looks and says.
 *   matter: id · sent: Sent[]
 *   bind:changed → detail { view, news }
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    matter: { type: String, value: '' },
    sent: { type: Array, value: [] as Sent[] },
  },
  data: { wrong: '', busy: false },
  methods: {
    async onYes(event: WechatMiniprogram.TouchEvent) {
      const sent = this.tapped(event);
      if (sent !== undefined) await this.say(sent, true);
    },
    async onNo(event: WechatMiniprogram.TouchEvent) {
      const sent = this.tapped(event);
      if (sent !== undefined) await this.say(sent, false);
    },
    tapped(event: WechatMiniprogram.TouchEvent): Sent | undefined {
      return this.data.sent.find(({ file }) => file === event.currentTarget.dataset.file);
    },
    async say({ file, yes, no }: Sent, fit: boolean) {
      const word = fit ? yes : no;
      if (this.data.busy || !(await ask(`${word}？定了就不改了`, '就这样', '再想想'))) return;
      const form = { id: this.data.matter, file, fit };
      const view = await sentFrom(this, sending(form), (rid) => call('request.vouch', form, { rid }));
      if (view !== null) this.triggerEvent('changed', { view, news: `定了：${word}` });
    },
    onBig(event: WechatMiniprogram.TouchEvent) {
      const sent = this.tapped(event);
      if (sent !== undefined) void wx.previewImage({ urls: [sent.url] });
    },
  },
});

import { call } from '../../../../api/call';
import { type Draft, draftOf } from '../../../../api/drafts';
import { ofDraft, sentFrom } from '../../../../api/sheet';

/** One page is one class. */
let draft: Draft<{ text: string }> = draftOf('topic:', { text: '' });

/**
 * 提个议题 (S52): one sentence that those at the table will read.
 *   open · session: id of a class · own: what this reader has proposed, '' for nothing
 *   bind:close · bind:proposed → detail { view }
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    open: { type: Boolean, value: false, observer: 'onOpen' },
    session: { type: String, value: '' },
    own: { type: String, value: '' },
  },
  data: { text: '', wrong: '', busy: false },
  methods: {
    onOpen() {
      if (!this.data.open) return;
      draft = draftOf(`topic:${this.data.session}`, { text: '' });
      this.setData({ wrong: '', text: draft.read().text || this.data.own });
    },
    onText(event: WechatMiniprogram.Input) {
      draft.keep({ text: event.detail.value });
      this.setData({ text: event.detail.value });
    },
    async onSend() {
      const text = this.data.text.trim();
      if (text === '') {
        this.setData({ wrong: '想聊啥？写一句' });
        return;
      }
      const input = { id: this.data.session, text };
      const view = await sentFrom(this, ofDraft(draft), (rid) => call('session.propose', input, { rid }));
      if (view !== null) this.triggerEvent('proposed', { view });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});

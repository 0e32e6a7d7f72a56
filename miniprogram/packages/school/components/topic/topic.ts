import { call, Refused, saysOf, Unreachable } from '../../../../api/call';
import { type Draft, draftOf } from '../../../../api/drafts';

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
      if (this.data.busy) return;
      if (text === '') {
        this.setData({ wrong: '想聊啥？写一句' });
        return;
      }
      this.setData({ busy: true, wrong: '' });
      try {
        const view = await call('session.propose', { id: this.data.session, text }, { rid: draft.rid() });
        draft.drop();
        this.triggerEvent('proposed', { view });
      } catch (failure) {
        if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
        if (failure instanceof Refused) draft.renew();
        this.setData({ wrong: saysOf(failure) });
      } finally {
        this.setData({ busy: false });
      }
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});

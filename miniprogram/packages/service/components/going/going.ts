import { outbox } from '../../../../api/outbox';
import { back } from '../../../../device/open';
import { dial } from '../../lib/dial';

/**
 * What becomes of a sentence that was handed in without a network: it waits on the phone, went up by itself, or came back.
 *   rid: under which it waits in the outbox · community: whose telephone is rung · elder
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    rid: { type: String, value: '' },
    community: { type: String, value: '' },
    elder: { type: Boolean, value: false },
  },
  data: {
    stage: 'waits' as 'waits' | 'sent' | 'returned',
    /** Why it came back. */
    returned: '',
  },
  lifetimes: {
    attached() {
      this.stopWatching = outbox.watch(({ items }) => {
        const item = items.find((each) => each.rid === this.data.rid);
        if (item === undefined) this.setData({ stage: 'sent' });
        else if (item.state === 'refused') this.setData({ stage: 'returned', returned: item.says });
      });
    },
    detached() {
      this.stopWatching();
    },
  },
  methods: {
    stopWatching: (() => undefined) as () => void,
    async onDone() {
      const { stage, rid } = this.data;
      if (stage === 'returned') await wx.redirectTo({ url: `/packages/service/say/say?edit=${rid}` });
      else await back('/pages/service/service');
    },
    async onCall() {
      await dial('', this.data.community || null);
    },
  },
});

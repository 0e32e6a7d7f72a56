import { call, newRid, Refused, saysOf, serverNow } from '../../api/call';
import { ask } from '../../device/ask';
import { remaining } from '../../lib/time';

/**
 * 合成一份, as staff offer it: read to the person, who says yes, then six digits for their phone.
 *   person: id · name · state: how the record stands · how: on the telephone or at the door
 *   bind:change when it was parted
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    person: { type: String, value: '' },
    name: { type: String, value: '' },
    state: { type: String, value: 'none' },
    how: { type: String, value: 'door' },
    elder: { type: Boolean, value: false },
  },
  data: { open: false, digits: '', note: '', trouble: '', busy: false },
  methods: {
    onOpen() {
      this.setData({ open: true, digits: '', note: '', trouble: '' });
    },
    onClose() {
      this.setData({ open: false, digits: '' });
    },
    async onYes() {
      await this.attempt(async () => {
        const how = this.data.how === 'phone' ? 'phone' : 'door';
        const { code, expiresAt } = await call(
          'joining.offer',
          { personId: this.data.person, how },
          { rid: newRid() },
        );
        this.setData({
          digits: `${code.slice(0, 3)} ${code.slice(3)}`,
          note: `${remaining(expiresAt, serverNow())}，只能用一回`,
        });
      });
    },
    async onPart() {
      if (!(await ask('两份分开？合之前是谁的还是谁的', '分开', '先不分'))) return;
      await this.attempt(async () => {
        await call('joining.part', { personId: this.data.person }, { rid: newRid() });
        this.setData({ state: 'can' });
        this.triggerEvent('change');
      });
    },
    async attempt(step: () => Promise<void>) {
      if (this.data.busy) return;
      this.setData({ busy: true, trouble: '' });
      try {
        await step();
      } catch (failure) {
        if (!(failure instanceof Refused)) this.setData({ digits: '' });
        this.setData({ trouble: saysOf(failure) });
      } finally {
        this.setData({ busy: false });
      }
    },
  },
});

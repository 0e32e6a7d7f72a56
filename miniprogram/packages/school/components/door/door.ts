import { call } from '../../../../api/call';
import { Refused, saysOf, Unreachable } from '../../../../api/failures';
import { intention } from '../../../../api/intention';
import { type DoorRow, doorNote, doorRows, saidOf } from './door.view';

/**
 * 帮着点到: whom the host asked marks a seat by what its owner says at the door (S51). Never the list.
 *   open · session: id of a class · bind:close
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    open: { type: Boolean, value: false },
    session: { type: String, value: '' },
  },
  data: { typed: '', rows: [] as DoorRow[], note: '', news: '', wrong: '', sending: '' },
  methods: {
    onClose() {
      this.setData({ typed: '', rows: [], note: '', news: '', wrong: '' });
      this.triggerEvent('close');
    },
    onType(event: WechatMiniprogram.Input) {
      const typed = event.detail.value;
      this.setData({ typed, rows: [], note: '', news: '', wrong: '' });
      if (saidOf(typed) !== '') void this.find(typed);
    },
    async find(typed: string) {
      try {
        const found = await call('session.door', { id: this.data.session, said: saidOf(typed) });
        // What was typed meanwhile is asked for by its own call.
        if (this.data.typed === typed) this.setData({ rows: doorRows(found), note: doorNote(found) });
      } catch (failure) {
        this.fail(failure);
      }
    },
    async onMark(event: WechatMiniprogram.TouchEvent) {
      const { seat } = event.currentTarget.dataset;
      if (this.data.sending !== '') return;
      this.setData({ sending: String(seat), wrong: '' });
      const marking = intention();
      try {
        const input = { id: this.data.session, seat: String(seat) };
        const { name } = await call('session.door_mark', input, { rid: marking.rid() });
        void wx.vibrateShort({ type: 'light' });
        this.setData({ typed: '', rows: [], note: '', news: `${name}，点上了。下一位` });
      } catch (failure) {
        this.fail(failure);
      } finally {
        this.setData({ sending: '' });
      }
    },
    fail(failure: unknown) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      this.setData({ wrong: saysOf(failure) });
    },
  },
});

import { call, newRid } from '../../../../api/call';
import { Refused, saysOf, Unreachable } from '../../../../api/failures';
import { outbox } from '../../../../api/outbox';
import { seatInCode } from '../../../../lib/seat-code';
import { type DoorRow, doorNews, doorNote, doorRows, saidOf } from './door.view';

/**
 * 帮着点到: whom the host asked marks a seat by the code on its owner's phone, or by what they say at the door
 * (S51). Never the list.
 * What is tapped without a network waits on this phone and says so; the search needs one.
 *   open · session: id of a class · bind:close
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    open: { type: Boolean, value: false },
    session: { type: String, value: '' },
  },
  data: {
    typed: '',
    rows: [] as DoorRow[],
    note: '',
    news: '',
    newsTone: 'pine' as 'pine' | 'frost',
    wrong: '',
    sending: '',
  },
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
    onScan() {
      wx.scanCode({
        onlyFromCamera: true,
        scanType: ['qrCode'],
        success: ({ result }) => {
          const typed = seatInCode(result) ?? '';
          const wrong = typed === '' ? '这不是座号的码。请他打开这节课，点“给门口的人扫座号”' : '';
          this.setData({ typed, rows: [], note: '', news: '', wrong });
          if (typed !== '') void this.find(typed);
        },
        // Putting the camera away is no error.
        fail: () => undefined,
      });
    },
    async find(typed: string) {
      try {
        const found = await call('session.door', { id: this.data.session, said: saidOf(typed) });
        // What was typed meanwhile is asked for by its own call.
        if (this.data.typed === typed) this.setData({ rows: doorRows(found), note: doorNote(found) });
      } catch (failure) {
        if (failure instanceof Unreachable && failure.reason === 'offline')
          this.setData({ wrong: '没网，找不着座。请他扫门口的码，或者找班主任点' });
        else this.fail(failure);
      }
    },
    async onMark(event: WechatMiniprogram.TouchEvent) {
      const { seat, name } = event.currentTarget.dataset;
      if (this.data.sending !== '') return;
      this.setData({ sending: String(seat), wrong: '' });
      try {
        const input = { id: this.data.session, seat: String(seat) };
        const title = `点到：${name}`;
        const posted = await outbox.post('session.door_mark', input, { rid: newRid(), title });
        void wx.vibrateShort({ type: 'light' });
        this.setData({ typed: '', rows: [], note: '', ...doorNews(String(name), posted.waits) });
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

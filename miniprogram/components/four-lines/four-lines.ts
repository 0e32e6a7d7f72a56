import { ring, tell } from '../../device/ask';
import { NO_LINES } from '../../lib/four-lines';
import { UNKNOWN } from '../../lib/text';

/**
 * 谁在办 · 办到哪 · 啥时候好 · 打这个电话: what a resident wants to know of every matter.
 *   lines: FourLinesLook from lib/four-lines.ts (`fourLines(view.lines)`)
 *   faceless: the face stands larger below, beside the knock code
 *   bind:ring, before the phone asks · bind:visitor, to ring who comes
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    faceless: { type: Boolean, value: false },
    lines: { type: Object, value: NO_LINES },
  },
  methods: {
    onVisitor() {
      this.triggerEvent('visitor');
    },
    async onCall() {
      const { call, phone } = this.data.lines;
      if (phone === '') {
        await tell(`${call}的号码${UNKNOWN}。急事请直接打 120、119、110`);
        return;
      }
      this.triggerEvent('ring');
      ring(phone);
    },
  },
});

import type { Slot } from '../../../../contract/faculty';
import { slotDays, slotRows, toggled } from '../../../../lib/slots';

/**
 * 啥时候有空: the parts of a week as one taps them. A week stands side by side; where letters are large, each day
 * has a line of its own.
 *   chosen: Slot[] · elder · bind:change → { chosen }
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    chosen: { type: Array, value: [] as Slot[] },
    elder: { type: Boolean, value: false },
  },
  data: {
    week: ['一', '二', '三', '四', '五', '六', '日'],
    rows: slotRows([]),
    days: slotDays([]),
  },
  observers: {
    chosen(chosen: Slot[]) {
      this.setData({ rows: slotRows(chosen), days: slotDays(chosen) });
    },
  },
  methods: {
    onSlot(event: WechatMiniprogram.TouchEvent) {
      // The dataset holds what `slotRows` and `slotDays` wrote there.
      const slot = event.currentTarget.dataset.slot as Slot;
      // Typed as `any[]` by the framework; it is what the page gave.
      this.triggerEvent('change', { chosen: toggled(this.data.chosen as Slot[], slot) });
    },
  },
});

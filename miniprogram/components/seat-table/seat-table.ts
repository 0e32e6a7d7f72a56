import { seatTable } from './seat-table.view';

/**
 * The seats of a 37℃圆桌课堂 round their table (up to 20; more become a sentence).
 *   seats: SessionView.seats · left: SessionView.left · mine: this reader sits here
 *   elder: no drawing, one large sentence · unsure: without a network nobody knows how many are left
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    seats: { type: Object, value: { capacity: 0, taken: 0, free: 0, elderFree: 0, held: 0 } },
    left: { type: Number, value: 0 },
    mine: { type: Boolean, value: false },
    elder: { type: Boolean, value: false },
    unsure: { type: Boolean, value: false },
  },
  data: { table: seatTable({ capacity: 0, taken: 0, free: 0, elderFree: 0, held: 0 }, 0, false) },
  observers: {
    'seats, left, mine'() {
      const { seats, left, mine } = this.data;
      this.setData({ table: seatTable(seats, left, mine) });
    },
  },
});

import type { Slot } from '../contract/faculty';
import { DAY_PARTS, type DayPart } from '../contract/words';

/** Times of the week as one taps them: seven days, three parts of each. */

const WEEK = ['一', '二', '三', '四', '五', '六', '日'];

export interface SlotCell {
  slot: Slot;
  on: boolean;
  label: string;
}

/** 周六上午 */
export function slotWord(slot: Slot): string {
  const [weekday = '', part = ''] = slot.split('-');
  return `周${WEEK[Number(weekday) - 1] ?? ''}${isPart(part) ? DAY_PARTS[part] : ''}`;
}

const isPart = (part: string): part is DayPart => part in DAY_PARTS;

/** Three rows of seven. */
export function slotRows(chosen: readonly Slot[]): { title: string; cells: SlotCell[] }[] {
  // The keys of the closed list are its values.
  return (Object.keys(DAY_PARTS) as DayPart[]).map((part) => ({
    title: DAY_PARTS[part],
    cells: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => {
      const slot: Slot = `${weekday}-${part}`;
      return { slot, on: chosen.includes(slot), label: slotWord(slot) };
    }),
  }));
}

/** Seven rows of three, each cell with its word: where letters are large seven would not stand beside each other. */
export function slotDays(
  chosen: readonly Slot[],
): { title: string; cells: (SlotCell & { word: string })[] }[] {
  return ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
    title: `周${WEEK[weekday - 1] ?? ''}`,
    // The keys of the closed list are its values.
    cells: (Object.keys(DAY_PARTS) as DayPart[]).map((part) => {
      const slot: Slot = `${weekday}-${part}`;
      return { slot, on: chosen.includes(slot), label: slotWord(slot), word: DAY_PARTS[part] };
    }),
  }));
}

export function toggled<Item>(chosen: readonly Item[], item: Item): Item[] {
  return chosen.includes(item) ? chosen.filter((one) => one !== item) : [...chosen, item];
}

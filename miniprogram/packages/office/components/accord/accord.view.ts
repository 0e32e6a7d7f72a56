import type { DecisionView } from '../../../../contract/roundtable';
import { joined } from '../../../../lib/text';
import { dayWithWeek } from '../../../../lib/time';

export interface AccordLine {
  id: string;
  text: string;
  sub: string;
  withdraws: boolean;
}

/** For the host: who sees to it, until when, and whether they have said yes. @param now epoch ms */
export function accordLine(view: DecisionView, now: number): AccordLine {
  return {
    id: view.id,
    text: view.text,
    sub: joined(`${view.owner.name}，${dayWithWeek(view.due, now)}前`, wordOf(view)),
    withdraws: view.next.includes('withdraw'),
  };
}

function wordOf({ state, done, word }: DecisionView): string {
  switch (state) {
    case 'asked':
      return '等他点头';
    case 'declined':
      return '接不了，另找人';
    case 'withdrawn':
      return '收回了';
    case 'agreed':
    case 'filed':
      return done ? '办好了' : word;
  }
}

export const KINDS = [
  { value: 'grid', title: '大伙的事', text: '楼道、院子、车棚' },
  { value: 'wish', title: '一家的心愿', text: '给谁家搭把手' },
];

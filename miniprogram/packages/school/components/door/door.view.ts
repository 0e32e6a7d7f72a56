import type { DoorView } from '../../../../contract/door';

export interface DoorRow {
  seat: string;
  name: string;
  arrived: boolean;
  label: string;
}

/** What can be asked for: the first character of a name or four digits; '' while it is neither. */
export function saidOf(typed: string): string {
  const text = typed.replace(/\s/g, '');
  if (/^\d/.test(text)) return /^\d{4}$/.test(text) ? text : '';
  const [first = ''] = [...text];
  return /^\p{L}$/u.test(first) ? first : '';
}

export function doorRows({ matches }: DoorView): DoorRow[] {
  return matches.map((match) => ({ ...match, label: `${match.name}，${match.arrived ? '到了' : '点到'}` }));
}

/** The sentence under what was found. */
export function doorNote({ matches, more }: DoorView): string {
  if (matches.length === 0) return '名单上没有。请他自己扫码，或者找班主任';
  return more ? '不止这几位。请他看看手机上的座号，报四个数' : '';
}

/** Never more than is true: what waits on this phone is not counted yet. */
export function doorNews(name: string, waits: boolean): { news: string; newsTone: 'pine' | 'frost' } {
  return waits
    ? { news: `${name}，记在这部手机上了，有网自己传。下一位`, newsTone: 'frost' }
    : { news: `${name}，点上了。下一位`, newsTone: 'pine' };
}

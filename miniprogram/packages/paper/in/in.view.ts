import type { PaperTarget } from '../../../contract/paper';
import type { ConsoleView, RosterLine } from '../../../contract/school';
import type { SubmitInput } from '../../../contract/service';
import type { RequestKind, Role } from '../../../contract/words';
import { clip, joined, known } from '../../../lib/text';
import { calendarDay, clock } from '../../../lib/time';

/** What was written on a slip, as it is typed. */
export interface Written {
  kind: RequestKind;
  text: string;
  name: string;
  building: string;
  door: string;
  phone: string;
  when: string;
}

export const NOTHING: Written = {
  kind: 'wish',
  text: '',
  name: '',
  building: '',
  door: '',
  phone: '',
  when: '',
};

/** A complaint goes to the desk as a matter of the grid: it is checked, answered and closed like one. */
export const SLIPS: readonly { value: RequestKind; word: string }[] = [
  { value: 'wish', word: '心愿单' },
  { value: 'errand', word: '委托办事' },
  { value: 'grid', word: '意见卡' },
];

/** What is still missing before it can be handed in, '' for nothing. */
export function missingIn({ text, name, kind }: Written): string {
  if (text.trim() === '') return '照着纸上写的，把事抄一句';
  return name.trim() === '' && kind !== 'grid' ? '写个称呼，纸上没写就写“没留名”' : '';
}

/** Somebody who is nobody to us yet: what is on the slip is all that is known of them. */
export function submission(written: Written, communityId: string): SubmitInput {
  const { kind, text, building, door, phone, when } = written;
  const name = written.name.trim() === '' ? '没留名' : written.name;
  return {
    kind,
    text,
    audio: null,
    category: null,
    beneficiary: { who: 'other', relation: 'grid', name, phone, building, door },
    communityId,
    phone: '',
    building: '',
    door: '',
    when,
    occurredAt: null,
    cameBy: 'paper',
  };
}

/** Where a target is entered that has a page of its own already; '' where this page does it. */
export function pageOf(target: PaperTarget, roles: readonly Role[]): string {
  switch (target.is) {
    case 'card':
      return `/packages/grid/household/household?scene=${encodeURIComponent(`h=${target.code}`)}`;
    case 'request':
      return roles.includes('dispatcher')
        ? `/packages/office/matter/matter?id=${target.id}`
        : `/packages/grid/task/task?id=${target.id}`;
    case 'home_lesson':
      return `/packages/school/home-visit/home-visit?id=${target.id}`;
    default:
      return '';
  }
}

export interface RosterLook {
  title: string;
  when: string;
  count: string;
  rows: { seat: string; name: string; on: boolean; word: string }[];
}

export function rosterLook({ session, roster, arrived }: ConsoleView): RosterLook {
  return {
    title: session.title,
    when: joined(`${calendarDay(session.startsAt)} ${clock(session.startsAt)}`, known(session.venue.name)),
    count: `到了 ${arrived} 位，一共 ${roster.length} 位`,
    rows: roster.map((line) => ({
      seat: line.seat,
      name: line.name,
      on: line.arrived !== null,
      word: wordOf(line),
    })),
  };
}

function wordOf({ arrived }: RosterLine): string {
  if (arrived === null) return '纸上勾了';
  return arrived.how === 'paper' ? '补上了' : '早到了';
}

/** 《录好了》 for the news line. */
export function handedIn(no: string, text: string): string {
  return `录好了，单号 ${no}：${clip(text, 12)}。接着录下一张`;
}

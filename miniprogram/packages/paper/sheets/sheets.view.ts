import type { PrintedKind, SlipsView } from '../../../contract/paper';
import type { VenueCard } from '../../../contract/school';
import { PAPER_KINDS, type PaperKind } from '../../../contract/words';
import { UNKNOWN } from '../../../lib/text';
import { calendarDay, monthWord, nextMonth } from '../../../lib/time';

/** What there is to print about one thing, in the order of how often it is needed. */
const KINDS = {
  venue: ['poster', 'timetable', 'wish', 'complaint'],
  card: ['card'],
  request: ['door_note', 'consent', 'hand_over', 'receipt'],
  session: ['roster', 'round_table'],
  lesson: ['home_lesson'],
  hours: ['certificate'],
} as const satisfies Readonly<Record<string, readonly PaperKind[]>>;
export type About = keyof typeof KINDS;

const NOTES: Readonly<Record<PaperKind, string>> = {
  poster: 'A4，贴门口：码、这个月的课、电话',
  timetable: 'A4 大字，贴墙上',
  wish: 'A5，填好撕下来，放心愿箱',
  complaint: 'A5，不留名也行',
  card: 'A6 两面，贴在门后',
  door_note: 'A5，来过了，留一张',
  consent: 'A4 大字，四行，签个字',
  hand_over: 'A4，交了啥、还了啥',
  receipt: 'A5，办好了没，您说了算',
  roster: 'A4，没手机的，纸上点名',
  round_table: 'A4，聊了啥、议定了啥，带席签',
  home_lesson: 'A5，学了啥、办了啥、还缺啥',
  certificate: 'A4，留着盖章',
};

export interface SheetRow {
  kind: PaperKind;
  title: string;
  text: string;
  link: string;
}

export function isAbout(text: string | undefined): text is About {
  return text !== undefined && text in KINDS;
}

/** @param month of a venue's classes, '' for the present one @param notYet which would say nothing yet */
export function sheetRows(about: About, id: string, month: string, notYet: readonly PaperKind[]): SheetRow[] {
  const kinds: readonly PaperKind[] = KINDS[about];
  return kinds
    .filter((kind) => !notYet.includes(kind))
    .map((kind) => ({
      kind,
      title: PAPER_KINDS[kind],
      text: NOTES[kind],
      link: `/packages/paper/print/print?kind=${kind}&id=${id}${month === '' ? '' : `&month=${month}`}`,
    }));
}

/** Why one is missing from the list, '' when none is. */
export function missingNote(notYet: readonly PaperKind[]): string {
  return notYet.includes('receipt') ? '办结回执，事办好了才印得着。' : '';
}

/** This month and the next: what hangs on a wall is printed before it begins. */
export function monthItems(now: number): { value: string; word: string }[] {
  return [nextMonth(now, 0), nextMonth(now, 1)].map((value) => ({ value, word: monthWord(value) }));
}

export function venueItems(venues: readonly VenueCard[]): { value: string; word: string }[] {
  return venues.map(({ id, alias, name }, index) => ({
    value: id,
    // Two that nobody has named yet can still be told apart.
    word: alias ?? name ?? `第 ${index + 1} 个点（${UNKNOWN}）`,
  }));
}

/** A sheet that speaks for all of one thing: they share one slip, so one code. `null`: the code is a place's own. */
export function slipKind(about: About): PrintedKind | null {
  switch (about) {
    case 'request':
      return 'door_note';
    case 'session':
      return 'roster';
    case 'lesson':
      return 'home_lesson';
    default:
      return null;
  }
}

export interface SlipLine {
  text: string;
  /** Which edition would be revoked; 0 for none. */
  edition: number;
}

/** What is out on paper of this one thing. */
export function slipLine({ good, revoked }: SlipsView): SlipLine {
  const gone = revoked.map(({ edition, at }) => `第 ${edition} 版 ${calendarDay(at)}作废了`);
  const now =
    good === null
      ? [gone.length === 0 ? '还没印过' : '再印就是新的一版，码不一样']
      : [`第 ${good.edition} 版的码好使，${calendarDay(good.at)}印的`];
  return { text: [...now, ...gone].join('；'), edition: good?.edition ?? 0 };
}

import type { InputOf } from '../../../contract/actions';
import { LIMITS } from '../../../contract/limits';
import type { Half, RouteView, StopView } from '../../../contract/route';
import { lengthOf } from '../../../lib/text';
import { dateOf, monthDays } from '../../../lib/time';
import { laterOf, monthWord, stateOf } from '../lib/stop-line';

/** What is being typed; kept on the phone until it was accepted. */
export interface BookDraft {
  stopId: string;
  /** Epoch ms of some moment of the day, 0 when none is chosen. */
  day: number;
  half: Half;
  size: string;
  group: string;
  communityId: string;
}

export const EMPTY: BookDraft = {
  stopId: '',
  day: 0,
  half: 'morning',
  size: '',
  group: '',
  communityId: '',
};

export interface DayCell {
  /** `2026-12-01`; blanks before the first have their own. */
  key: string;
  at: number;
  word: string;
  can: boolean;
  chosen: boolean;
}

export interface BookLook {
  stops: { value: string; title: string; text: string }[];
  /** Stops that cannot be booked at all, with their reason. */
  closed: string[];
  months: { value: string; word: string }[];
  month: string;
  /** Why the month shown takes nobody; '' when it does. */
  monthNote: string;
  /** Who can be visited in it all the same, one tap away (S23). */
  instead: { id: string; word: string }[];
  cells: DayCell[];
  mostNote: string;
  safety: string;
  /** What is still missing, '' when it can be sent. */
  missing: string;
}

/** @param month the month being looked at, '' for the first that is open */
export function bookLook(route: RouteView, draft: BookDraft, month: string, now: number): BookLook {
  const bookable = route.stops.filter((stop) => stop.next.includes('book'));
  const stop = bookable.find(({ id }) => id === draft.stopId) ?? null;
  const shown = stop === null ? '' : chosenMonth(stop, month, now);
  const instead = stop === null || isOpen(stop, shown) ? [] : openBeside(route, stop, shown);
  return {
    stops: bookable.map((one) => ({
      value: one.id,
      title: one.title === null ? one.name : `${one.name}  ${one.title}`,
      text: one.topic === null ? laterOf(one.months) : `听${one.topic}`,
    })),
    closed: route.stops
      .filter((one) => !bookable.includes(one))
      .map((one) => `${one.name}：${stateOf(one).word}`),
    months: stop === null ? [] : stop.months.map((one) => ({ value: one.month, word: monthWord(one.month) })),
    month: shown,
    monthNote: stop === null ? '' : noteOf(stop, shown, instead),
    instead: instead.map(({ id, name }) => ({ id, word: `约${name}` })),
    cells: stop === null ? [] : cellsOf(stop, shown, draft.day, now),
    mostNote: stop?.most ? `一次最多 ${stop.most} 人` : '',
    safety: stop?.safety ?? '',
    missing: missingOf(draft, stop),
  };
}

/** On a month's last day the next one is shown: there is a day to choose in it. */
function chosenMonth(stop: StopView, month: string, now: number): string {
  if (stop.months.some((one) => one.month === month)) return month;
  const free = stop.months.find((one) => cellsOf(stop, one.month, 0, now).some(({ can }) => can));
  return free?.month ?? stop.months[0]?.month ?? '';
}

const isOpen = (stop: StopView, month: string) =>
  stop.months.some((one) => one.month === month && one.state === 'open');

const openBeside = (route: RouteView, stop: StopView, month: string) =>
  route.stops.filter((other) => other.id !== stop.id && isOpen(other, month));

/** Where this month is closed, who else can be visited in it (S23). */
function noteOf(stop: StopView, month: string, others: readonly StopView[]): string {
  const state = stop.months.find((one) => one.month === month)?.state;
  if (state === 'open' || state === undefined) return '';
  const word = state === 'resting' ? '歇着' : '约满了';
  const instead = others.length === 0 ? '' : `，能约${others.map(({ name }) => name).join('、')}`;
  return `${monthWord(month)}${word}。换个月${instead}`;
}

function cellsOf(stop: StopView, month: string, chosen: number, now: number): DayCell[] {
  const open = isOpen(stop, month);
  const { blanks, days } = monthDays(month);
  const empty = Array.from({ length: blanks }, (_, at) => ({
    key: `blank-${at}`,
    at: 0,
    word: '',
    can: false,
    chosen: false,
  }));
  const today = dateOf(now);
  const last = dateOf(now + AHEAD_DAYS * 86_400_000);
  const all = [
    ...empty,
    ...days.map(({ date, at, number }) => ({
      key: date,
      at,
      word: String(number),
      can: open && date > today && date <= last && !stop.taken.includes(date),
      chosen: chosen !== 0 && dateOf(chosen) === date,
    })),
  ];
  // Weeks that are over are left out: what can be chosen stands where it is seen, in large letters too.
  const over = all.findIndex(({ key }) => key > today && !key.startsWith('blank'));
  return over < 0 ? all : all.slice(over - (over % 7));
}

/** The server's `walkAheadDays`; it has the last word. */
const AHEAD_DAYS = 60;

function missingOf(draft: BookDraft, stop: StopView | null): string {
  const size = Number(draft.size);
  if (stop === null) return '先挑一站';
  if (draft.day === 0) return '挑个日子';
  if (stop.taken.includes(dateOf(draft.day))) return '这天有人约了，换一天';
  if (!Number.isInteger(size) || size < 1) return '写上几个人';
  if (size > (stop.most ?? LIMITS.group)) return `一次最多 ${stop.most ?? LIMITS.group} 人`;
  if (draft.group.trim() === '') return '写上谁去';
  if (lengthOf(draft.group) > LIMITS.title) return '谁去，写短一点';
  return draft.communityId === '' ? '挑个社区' : '';
}

export function wishOf(draft: BookDraft): InputOf<'walk.book'> {
  const { stopId, day, half, communityId } = draft;
  return { stopId, day, half, communityId, size: Number(draft.size), group: draft.group.trim() };
}

import type { HomeLessonState, VisitColumns } from '../../../contract/home-lesson';
import type { PaperTarget } from '../../../contract/paper';
import { VISIT_COLUMNS } from '../../../contract/words';
import { known } from '../../../lib/text';
import { calendarDay, type DayChoice, dayChoices } from '../../../lib/time';

export type LessonTarget = PaperTarget & { is: 'home_lesson' };
export type ColumnKey = keyof VisitColumns;

/** What stands on the slip, as it is typed. */
export interface Copied extends VisitColumns {
  /** 'wish', 'errand', '' for not handing in what is missing. */
  request: string;
  signed: boolean;
  /** The end of the chosen day, epoch ms; 0 for none chosen. */
  day: number;
}
export const BLANK: Copied = { learned: '', done: '', missing: '', request: '', signed: false, day: 0 };

// The keys of a closed list.
export const COLUMNS = (Object.keys(VISIT_COLUMNS) as ColumnKey[]).map((key) => ({
  key,
  title: VISIT_COLUMNS[key],
}));

export interface SlipLook {
  title: string;
  when: string;
  sample: boolean;
  /** Why it cannot be entered, '' when it can. */
  over: string;
  /** The days to choose from, where none that is past was appointed. */
  days: DayChoice[];
}

const DAYS_BACK = 5;

/** @param now by the server's clock, epoch ms */
export function slipLook({ at, slip }: LessonTarget, now: number): SlipLook | null {
  if (slip === null) return null;
  const past = at !== null && at <= now;
  return {
    title: `${known(slip.visitor.name)}去看${known(slip.elder.name)}`,
    when: at === null ? '没约过日子' : `约在 ${calendarDay(at)}`,
    sample: slip.elder.sample,
    over: slip.awaited ? '' : overWord(slip.state),
    days: past ? [] : dayChoices(now, -DAYS_BACK, DAYS_BACK + 1),
  };
}

function overWord(state: HomeLessonState): string {
  switch (state) {
    case 'cancelled':
    case 'declined':
      return '这回说好不去了，不用录。去过了的，请他们在手机上再约一回';
    case 'confirmed':
      return '这张录过了，老人家也点过头了';
    default:
      return '这张已经记过了，等老人家一句话';
  }
}

/** What is still missing before it can be handed in, '' for nothing. */
export function lackIn(copied: Copied, look: SlipLook): string {
  if (COLUMNS.every(({ key }) => copied[key].trim() === '')) return '三样写了哪样抄哪样，总得有一样';
  return look.days.length > 0 && copied.day === 0 ? '纸上写的哪天，点一个' : '';
}

/** Noon of that day, or now when it is not noon yet: the visit is over. */
export function visitMoment(day: number, now: number): number | null {
  return day === 0 ? null : Math.min(day - 12 * 3_600_000, now);
}

export function requestOf({ request, missing }: Copied): 'wish' | 'errand' | null {
  return missing.trim() !== '' && (request === 'wish' || request === 'errand') ? request : null;
}

export function enteredWords(state: HomeLessonState, elder: string, requested: boolean): string {
  const word = state === 'confirmed' ? '有签字，这回齐了' : `告诉${elder}了，等一句话`;
  return `录好了：${word}${requested ? '；缺的那样也交上去了' : ''}`;
}

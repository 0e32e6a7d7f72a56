import type { LessonSlip } from '../../../contract/paper';
import { known } from '../../../lib/text';
import { calendarDay } from '../../../lib/time';

export interface LostLine {
  id: string;
  edition: number;
  title: string;
  text: string;
  sample: boolean;
}

/** A visit without a day was printed before one was agreed. */
export function lostLine({ id, at, elder, visitor, edition, printedAt }: LessonSlip): LostLine {
  const when = at === null ? '没约过日子' : `约在 ${calendarDay(at)}`;
  return {
    id,
    edition,
    title: `${known(visitor.name)}去看${known(elder.name)}`,
    text: `${when}，${calendarDay(printedAt)}印的${edition > 1 ? `，第 ${edition} 版` : ''}`,
    sample: elder.sample || visitor.sample,
  };
}

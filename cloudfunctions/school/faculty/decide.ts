import type { Slot, TeacherConflict } from '@contract/faculty';
import type { DayPart } from '@contract/words';
import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import { clockOf, weekdayOf } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import type { Teacher } from './model';

/** What happens to somebody of the faculty, and whether a class fits them; pure. */

export function invited(teacher: Teacher, code: string, step: Act): Teacher {
  if (teacher.accountId !== null) refuse('NOT_NOW');
  return noted({ ...teacher, invitation: code }, step, 'invite');
}

/** @throws CODE_WRONG */
export function agreed(teacher: Teacher, code: string, step: Act): Teacher {
  if (teacher.invitation !== code || teacher.accountId !== null) refuse('CODE_WRONG');
  const mine = { invitation: null, accountId: step.by, people: [step.by], consent: 'given' as const };
  return noted({ ...teacher, ...mine }, step, 'agree');
}

export function withConsent(teacher: Teacher, given: boolean, step: Act): Teacher {
  const consent = given ? 'given' : 'withdrawn';
  if (teacher.consent === consent) return teacher;
  return noted({ ...teacher, consent }, step, given ? 'agree' : 'withdraw');
}

export function withSlots(teacher: Teacher, slots: readonly Slot[], step: Act): Teacher {
  return noted({ ...teacher, slots: [...new Set(slots)].sort() }, step, 'slots');
}

interface Span {
  startsAt: number;
  endsAt: number;
}

/** Until 12:00 · until 18:00 · after. */
function partOf(time: number): DayPart {
  const clock = clockOf(time);
  if (clock < '12:00') return 'morning';
  return clock < '18:00' ? 'afternoon' : 'evening';
}

export const slotOf = (time: number) => `${weekdayOf(time)}-${partOf(time)}`;

/**
 * Everything that stands against this class for this teacher; an empty list means that they can take
 * it. Who has named no slots has not limited themself. `busy` holds their other classes.
 */
export function conflictsOf(
  teacher: Pick<Teacher, 'consent' | 'slots'>,
  wish: Span,
  busy: readonly Span[],
): TeacherConflict[] {
  const found: TeacherConflict[] = [];
  if (teacher.consent !== 'given') found.push('no_consent');
  const slot = slotOf(wish.startsAt);
  if (teacher.slots.length > 0 && !teacher.slots.some((one) => one === slot)) found.push('not_free');
  if (busy.some((other) => other.startsAt < wish.endsAt && wish.startsAt < other.endsAt)) found.push('busy');
  return found;
}

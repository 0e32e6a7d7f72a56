import type { SessionView } from '../../../../contract/school';

/** What a host may still change of a class, as it is typed: a line is a thing. */
export interface ChangeForm {
  bring: string;
  agenda: string;
  capacity: string;
  familyWelcome: boolean;
}
export const NO_CHANGE: ChangeForm = { bring: '', agenda: '', capacity: '', familyWelcome: false };

export function changeForm({ bring, agenda, seats, familyWelcome }: SessionView): ChangeForm {
  return {
    bring: bring.join('\n'),
    agenda: agenda.join('\n'),
    capacity: String(seats.capacity),
    familyWelcome,
  };
}

/** What can be sent, or in words what is wrong. */
export function changeOf(form: ChangeForm) {
  const capacity = Number(form.capacity);
  if (!Number.isInteger(capacity) || capacity < 1) return '几个座？写个数';
  return {
    bring: linesOf(form.bring),
    agenda: linesOf(form.agenda),
    capacity,
    familyWelcome: form.familyWelcome,
  };
}

/** One thing a line, as the host typed them. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

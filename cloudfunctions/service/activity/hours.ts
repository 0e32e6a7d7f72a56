import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import { MINUTE } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import { type HoursCommand, hoursMachine } from './machine';
import type { Activity, Hours, Volunteer } from './model';
import { volunteerOf } from './places';

/** Hours as pure decisions: who organises records, who records certifies (workflows 2.7). */

/** The facts: everybody who held a place, from the beginning to the end. */
export function drafted(activity: Activity): Activity {
  const minutes = Math.round((activity.endsAt - activity.startsAt) / MINUTE);
  const volunteers = activity.volunteers.map((one) => ({
    ...one,
    hours: one.hours ?? { state: 'draft' as const, minutes, words: '', certifiedAt: null },
  }));
  return { ...activity, volunteers };
}

/** @throws HOURS_NOT_NOW */
function moved(hours: Hours | null, command: HoursCommand): Hours {
  if (hours === null) return refuse('HOURS_NOT_NOW');
  const rule = hoursMachine.states[hours.state].on[command] ?? refuse('HOURS_NOT_NOW');
  return { ...hours, state: rule.to };
}

function withHours(activity: Activity, whom: Volunteer, hours: Hours): Activity {
  const volunteers = activity.volunteers.map((one) =>
    one.personId === whom.personId ? { ...one, hours } : one,
  );
  return { ...activity, volunteers };
}

/** @throws NOT_ALLOWED when this person has no place in it. */
function own(activity: Activity, step: Act): Volunteer {
  return volunteerOf(activity, step.by) ?? refuse('NOT_ALLOWED');
}

export function confirmHours(activity: Activity, step: Act): Activity {
  const one = own(activity, step);
  return noted(withHours(activity, one, moved(one.hours, 'confirm')), step, 'confirm_hours');
}

/** The volunteer found a mistake; minutes that they name stand until who organised answers. */
export function correctHours(activity: Activity, minutes: number, words: string, step: Act): Activity {
  const one = own(activity, step);
  const hours: Hours = { ...moved(one.hours, 'correct'), minutes, words, certifiedAt: null };
  return noted(withHours(activity, one, hours), step, 'correct_hours');
}

export function notThere(activity: Activity, step: Act): Activity {
  const one = own(activity, step);
  const hours: Hours = { ...moved(one.hours, 'not_there'), minutes: 0 };
  return noted(withHours(activity, one, hours), step, 'not_there');
}

/** @throws NOT_FOUND, OWN_HOURS, HOURS_NOT_NOW */
function others(activity: Activity, seat: string, step: Act): Volunteer {
  const one = activity.volunteers.find((volunteer) => volunteer.seat === seat) ?? refuse('NOT_FOUND');
  return one.personId === step.by ? refuse('OWN_HOURS') : one;
}

export function settleHours(activity: Activity, seat: string, minutes: number, step: Act): Activity {
  const one = others(activity, seat, step);
  const hours: Hours = { ...moved(one.hours, 'settle'), minutes };
  return noted(withHours(activity, one, hours), step, 'settle');
}

export function certifyHours(activity: Activity, seat: string, step: Act): Activity {
  const one = others(activity, seat, step);
  const hours: Hours = { ...moved(one.hours, 'certify'), certifiedAt: step.now };
  return noted(withHours(activity, one, hours), step, 'certify');
}

import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import { refuse } from '../../core/refusal';
import type { Stop } from './model';
import { monthsFrom } from './places';

/** What a storyteller decides about themself; pure. What has been promised already stays promised. */

/** 这个月歇歇: no new walk in this month. States the wish, so that saying it twice says it once. */
export function rest(stop: Stop, resting: boolean, step: Act): Stop {
  const [month = ''] = monthsFrom(step.now, 1);
  if (stop.resting.includes(month) === resting) return stop;
  // Months that are over need not be remembered.
  const others = stop.resting.filter((one) => one > month);
  return noted(
    { ...stop, resting: resting ? [month, ...others] : others },
    step,
    resting ? 'rest' : 'resume',
  );
}

/** Only a person who tells is invited; a newer code replaces the older. */
export function invite(stop: Stop, code: string, step: Act): Stop {
  if (stop.kind !== 'person' || stop.tellerId !== null) refuse('NOT_NOW');
  return noted({ ...stop, invitation: code }, step, 'invite');
}

/** Yes by the person's own account. The code works once. @throws CODE_WRONG */
export function agree(stop: Stop, code: string, step: Act): Stop {
  if (stop.invitation !== code || stop.tellerId !== null) refuse('CODE_WRONG');
  return noted(
    { ...stop, invitation: null, tellerId: step.by, people: [step.by], consent: 'given' },
    step,
    'agree',
  );
}

/** Consent can be taken back at any time; places that were promised are declined one by one. */
export function setConsent(stop: Stop, given: boolean, step: Act): Stop {
  const consent = given ? 'given' : 'withdrawn';
  if (stop.kind !== 'person') return refuse('NOT_NOW');
  if (stop.consent === consent) return stop;
  return noted({ ...stop, consent }, step, given ? 'agree' : 'withdraw');
}

import type { PersonLine } from '@contract/people';
import type { Role } from '@contract/words';
import { ROLES } from '@contract/words';
import type { Person } from './model';

/** 李** : the first character and two stars. Samples carry a made-up label, which is shown whole. */
export function maskedName(name: string, sample: boolean): string {
  if (name === '') return '';
  if (sample) return name;
  const [first = ''] = [...name];
  return `${first}**`;
}

/** How a helper or member of staff is shown to everybody. */
export function personLine(person: Person, role: Role): PersonLine {
  return {
    name: maskedName(person.name, person.sample) || ROLES[role],
    role: ROLES[role],
    sample: person.sample,
  };
}

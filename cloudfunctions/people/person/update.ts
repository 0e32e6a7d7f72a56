import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import type { Person } from './model';

/** Keeps what nobody may read who sees the document. */
interface Sealing {
  seal(plain: string): string;
  index(plain: string): string;
}

/** What people say of themselves; what they leave out stays as it is. */
export interface SaidOfThemself {
  name?: string | undefined;
  communityId?: string | undefined;
  elder?: boolean | undefined;
  phone?: string | undefined;
  building?: string | undefined;
  door?: string | undefined;
}

/** Telephone and door are kept sealed; an empty one takes back what was said. Pure but for the keys. */
export function updated(person: Person, said: SaidOfThemself, step: Act, sealing: Sealing): Person {
  const kept = (value: string | undefined, before: string | null, keep: (plain: string) => string) => {
    if (value === undefined) return before;
    return value === '' ? null : keep(value);
  };
  const next: Person = {
    ...person,
    name: said.name ?? person.name,
    communityId: said.communityId ?? person.communityId,
    elder: said.elder ?? person.elder,
    building: said.building ?? person.building,
    phone: kept(said.phone, person.phone, sealing.seal),
    phoneIndex: kept(said.phone, person.phoneIndex, sealing.index),
    door: kept(said.door, person.door, sealing.seal),
  };
  return noted(next, step, 'update');
}

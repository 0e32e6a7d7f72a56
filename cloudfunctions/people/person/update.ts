import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import type { Vault } from '../../core/vault';
import type { Person } from './model';

/** What people say of themselves; what they leave out stays as it is. */
export interface SaidOfThemself {
  name?: string | undefined;
  communityId?: string | undefined;
  elder?: boolean | undefined;
  phone?: string | undefined;
  building?: string | undefined;
  door?: string | undefined;
}

/** Telephone and door are kept sealed; an empty one takes back what was said. Pure but for the vault's keys. */
export function updated(
  person: Person,
  said: SaidOfThemself,
  step: Act,
  vault: Pick<Vault, 'seal' | 'index'>,
): Person {
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
    phone: kept(said.phone, person.phone, vault.seal),
    phoneIndex: kept(said.phone, person.phoneIndex, vault.index),
    door: kept(said.door, person.door, vault.seal),
  };
  return noted(next, step, 'update');
}

import type { ReadView } from '@contract/my-data';
import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import type { Person } from '../person/model';

/**
 * Act somebody up, or opening their number outside a matter of theirs: it stands in the person's own timeline,
 * written before anything is handed out, and 我的数据 shows it.
 */
export const LOOKED: Readonly<
  Record<string, Extract<ReadView['field'], 'caller' | 'callback' | 'danger' | 'rights' | 'copy'>>
> = {
  found_by_phone: 'caller',
  phone_for_news: 'callback',
  phone_for_danger: 'danger',
  phone_for_rights: 'rights',
  right_copy: 'copy',
};

/** Pure. */
export function lookedAt(person: Person, command: keyof typeof LOOKED, step: Act): Person {
  return noted(person, step, command);
}

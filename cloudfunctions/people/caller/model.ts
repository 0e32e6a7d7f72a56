import type { ReadView } from '@contract/my-data';
import type { Person } from '../person/model';

/**
 * Looking somebody up, or opening their number outside a matter of theirs: it stands in the person's own timeline,
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

interface Looking {
  rid: string;
  now: number;
  by: string;
}

/** Pure. */
export function lookedAt(person: Person, command: keyof typeof LOOKED, { rid, now, by }: Looking): Person {
  return { ...person, timeline: [...person.timeline, { rid, at: now, by, command }] };
}

import type { InputOf } from '../../../contract/actions';
import { LIMITS } from '../../../contract/limits';
import type { FacilityView, VenueView } from '../../../contract/school';
import { FACILITY_STANDARD, SIX_HAVES, VENUE_TIERS } from '../../../contract/words';
import type { Begun } from '../../../lib/begun';
import { paperLink } from '../../../lib/paper-link';
import { type SessionLine, sessionLine } from '../../../lib/session-line';
import { known, named, steady, UNKNOWN } from '../../../lib/text';

export interface VenueLook {
  title: string;
  tier: string;
  place: string;
  access: string;
  capacity: string;
  /** S7 资源共享 */
  owner: string;
  shared: string;
  code: string;
  poster: string;
  today: SessionLine[];
  haves: { have: string; title: string; because: string; lit: boolean; word: string }[];
  lit: string;
  facility: { point: string; title: string; word: string; tone: string }[];
  canKeep: boolean;
  /** '' for who prints nothing. */
  printLink: string;
  main: boolean;
}

export function venueLook(view: VenueView, now: number): VenueLook {
  const haves = view.haves ?? [];
  return {
    title: view.alias === null ? named('教学点', view.name) : `${view.alias}（${known(view.name)}）`,
    tier: VENUE_TIERS[view.tier],
    place: view.place ?? UNKNOWN,
    access: view.access.join('，') || UNKNOWN,
    capacity: view.capacity === null ? UNKNOWN : `${view.capacity} 座`,
    owner: known(view.ownerOrg),
    shared: view.sharedWith.join('、') || UNKNOWN,
    code: view.code,
    poster: view.poster ?? '',
    today: view.today.map((card) => sessionLine(card, now)),
    haves: haves.map(({ have, lit, because }) => ({
      have,
      title: SIX_HAVES[have],
      because: steady(because),
      lit,
      word: lit ? '亮了' : '还没亮',
    })),
    lit: `亮了 ${haves.filter(({ lit }) => lit).length} 项，没亮的写着差啥`,
    facility: view.facility.map(({ point, is }) => ({
      point,
      title: FACILITY_STANDARD[point],
      word: is === null ? '还没查' : is ? '查过，有' : '查过，还差',
      tone: is === null ? 'plain' : is ? 'pine' : 'rust',
    })),
    canKeep: view.canKeep,
    printLink: view.canPrint ? paperLink('venue', view.id) : '',
    main: view.haves !== null,
  };
}

/** 还没查 → 有 → 还差 → 还没查 */
export function nextAnswer(is: FacilityView['is']): FacilityView['is'] {
  if (is === null) return true;
  return is ? false : null;
}

export interface VenueForm {
  place: string;
  access: string;
  capacity: string;
  funding: string;
}

const EMPTY: VenueForm = { place: '', access: '', capacity: '', funding: '' };
export const NOTHING_WRITTEN: Begun<VenueForm> = { form: EMPTY, from: EMPTY };

export const LABELS: Readonly<Record<keyof VenueForm, string>> = {
  place: '在哪',
  access: '好不好进',
  capacity: '能坐多少人',
  funding: '经费从哪来',
};

export function formOf({ place, access, capacity, funding }: VenueView): VenueForm {
  return {
    place: place ?? '',
    access: access.join('，'),
    capacity: capacity === null ? '' : String(capacity),
    funding: funding ?? '',
  };
}

/** `null`: the number of seats is none. */
export function describedAs(form: VenueForm): Omit<InputOf<'venue.describe'>, 'id' | 'version'> | null {
  const capacity = form.capacity.trim() === '' ? null : Number(form.capacity);
  if (capacity !== null && (!Number.isInteger(capacity) || capacity < 1 || capacity > LIMITS.capacity))
    return null;
  const words = (text: string) => (text.trim() === '' ? null : text.trim());
  const access = form.access
    .split(/[，,、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { place: words(form.place), access, capacity, funding: words(form.funding) };
}

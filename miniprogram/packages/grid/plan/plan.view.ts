import type { OneTrip } from '../../../contract/trip';
import { joined } from '../../../lib/text';
import { clock, dayTime } from '../../../lib/time';

export interface MatterChoice {
  id: string;
  title: string;
  sub: string;
  on: boolean;
}
export interface WayLook {
  place: string;
  matters: MatterChoice[];
}

/** What may go along, the picked ones ticked. */
export function wayLooks(ways: readonly OneTrip[], picked: readonly string[]): WayLook[] {
  return ways.map(({ place, matters }) => ({
    place,
    matters: matters.map(({ id, title, building, homeAt, word }) => ({
      id,
      title,
      sub: joined(building, homeAt === '' ? word : homeAt),
      on: picked.includes(id),
    })),
  }));
}

/** A tap puts it in or takes it out; beyond `most` nothing is put in. */
export function picking(picked: readonly string[], id: string, most: number): string[] {
  if (picked.includes(id)) return picked.filter((one) => one !== id);
  return picked.length >= most ? [...picked] : [...picked, id];
}

/** A building that is typed: once, without the blanks around it. */
export function withBuilding(buildings: readonly string[], typed: string, most: number): string[] {
  const building = typed.trim();
  const known = buildings.some((one) => plain(one) === plain(building));
  return building === '' || known || buildings.length >= most ? [...buildings] : [...buildings, building];
}
const plain = (building: string) => building.replace(/\s/g, '');

const HALF_HOUR = 1_800_000;
/** The clock goes on while one chooses. */
const SOON = 'soon';
/** Hours at which one may knock: not at noon, not in the evening. */
const HOURS = [9, 10.5, 14, 15.5, 17] as const;

export interface TimeChoice {
  value: string;
  word: string;
}

/** @param day its last moment, epoch ms · now by the server's clock */
export function timeChoices(day: number, now: number): TimeChoice[] {
  const midnight = day + 1 - 24 * 3_600_000;
  const soon = now + HALF_HOUR;
  const later = HOURS.map((hour) => midnight + hour * 3_600_000).filter((at) => at > soon);
  const today = now >= midnight && now <= day;
  return [
    ...(today ? [{ value: SOON, word: '半小时后' }] : []),
    ...later.map((at) => ({ value: String(at), word: clock(at) })),
  ];
}

/** Epoch ms of a chosen time, 0 for none. */
export function timeOf(value: string, now: number): number {
  // The server's clock is an estimate, and no whole number.
  return value === SOON ? Math.round(now) + HALF_HOUR : Number(value);
}

export function planWord(picked: number, buildings: number, at: number, now: number): string {
  if (picked + buildings === 0) return '挑一件，或者写一栋楼';
  if (at === 0) return '挑个钟点';
  return `${dayTime(at, now)}走：${[
    ...(picked > 0 ? [`${picked} 件`] : []),
    ...(buildings > 0 ? [`${buildings} 栋楼`] : []),
  ].join('、')}`;
}

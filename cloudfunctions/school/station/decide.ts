import type { StationReport, TourGroup } from '@contract/station';
import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import { birth } from '../../core/birth';
import { refuse } from '../../core/refusal';
import type { Station } from './model';

/** 拼团: who is free at the same time and wants the same thing; pure. */

export function reported(id: string, report: StationReport, step: Act): Station {
  const fresh = { ...birth(id, 1, [step.by], step.now), ...report, contactId: step.by, open: true };
  return noted(fresh, step, 'report');
}

/** @throws NOT_ALLOWED: only who reported it */
export function corrected(station: Station, report: StationReport, step: Act): Station {
  if (station.contactId !== step.by) refuse('NOT_ALLOWED');
  return noted({ ...station, ...report, open: true }, step, 'report');
}

/** @throws NOT_ALLOWED */
export function withOpen(station: Station, open: boolean, step: Act): Station {
  if (station.contactId !== step.by) refuse('NOT_ALLOWED');
  return station.open === open ? station : noted({ ...station, open }, step, open ? 'open' : 'close');
}

/** Nothing of somebody who was erased is left; the classes that come here still come. */
export function withoutContact(station: Station, step: Act): Station {
  return noted({ ...station, contactId: null, people: [], open: false }, step, 'forget');
}

const PARTS = ['morning', 'afternoon', 'evening'];

/** Through the week as it goes; within a time, as the topics stand in their list. */
export function groupsOf(all: readonly Station[]): TourGroup[] {
  const found = new Map<string, TourGroup>();
  for (const { _id, name, kind, size, slots, topics, open } of all) {
    if (!open) continue;
    for (const slot of new Set(slots))
      for (const topic of new Set(topics)) {
        const key = `${slot} ${topic}`;
        const group = found.get(key) ?? { slot, topic, heads: 0, stations: [] };
        group.stations.push({ id: _id, name, kind, size });
        found.set(key, { ...group, heads: group.heads + size });
      }
  }
  const place = ({ slot }: TourGroup) => Number(slot[0]) * 10 + PARTS.indexOf(slot.slice(2));
  return [...found.values()].sort((a, b) => place(a) - place(b));
}

/** Whose people a class is for: the station itself, and those who are free then and want what it is about. */
export function invitedTo(
  all: readonly Station[],
  tour: { venueId: string; slot: string; topics: readonly string[] },
): Station[] {
  return all.filter(
    (station) =>
      station._id === tour.venueId ||
      (station.open &&
        station.slots.some((slot) => slot === tour.slot) &&
        station.topics.some((topic) => tour.topics.includes(topic))),
  );
}

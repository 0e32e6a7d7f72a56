import type { Slot } from './faculty';
import type { Nothing, Read, Write } from './kinds';
import type { CourseTopic, StationKind } from './words';

/** 错峰送课团 (S53, S58): where riders, shops and sites say when work is slack, and the class comes to them. */

export interface StationReport {
  name: string;
  kind: StationKind;
  /** Where it is, as one says it to somebody who comes there; '' where it is plain. */
  place: string;
  communityId: string;
  /** When work is slack. */
  slots: Slot[];
  topics: CourseTopic[];
  /** How many can come at once. */
  size: number;
}

export interface StationView {
  id: string;
  report: StationReport;
  /** Still wants a class. */
  open: boolean;
  /** Classes that come here. */
  classes: { id: string; title: string; startsAt: number; left: number }[];
}

/** Stations that are free at the same time and want the same thing. */
export interface TourGroup {
  slot: Slot;
  topic: CourseTopic;
  heads: number;
  stations: { id: string; name: string; kind: StationKind; size: number }[];
}

export type StationActions = {
  'station.mine': Read<Nothing, { items: StationView[] }>;
  /** `id: null` is a station that nobody has reported yet. */
  'station.report': Write<{ id: string | null; report: StationReport }, StationView>;
  /** 这阵子不用来 ↔ 又能来了 */
  'station.open': Write<{ id: string; open: boolean }, StationView>;
  /** The office's pool: by weekday and time of day, then by what is wanted. */
  'station.pool': Read<Nothing, { groups: TourGroup[] }>;
};

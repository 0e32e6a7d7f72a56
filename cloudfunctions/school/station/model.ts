import type { StationReport } from '@contract/station';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';

/** A rider's station, a shop, a site: three-new people who have no evening for a class (S53, S58). */
export interface Station extends Aggregate, StationReport {
  /** Who reported it and hears when a class comes; `null` after they were erased. */
  contactId: string | null;
  open: boolean;
}

export const stations: AggregateDefinition<Station> = {
  collection: 'stations',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

import type { AggregateDefinition } from '../../core/aggregate';
import { nextTripTimer, onTripTimer } from './decide';
import type { Trip } from './model';

export const trips: AggregateDefinition<Trip> = {
  collection: 'trips',
  schema: 1,
  nextTimer: nextTripTimer,
  onTimer: onTripTimer,
};

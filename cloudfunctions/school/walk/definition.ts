import type { AggregateDefinition } from '../../core/aggregate';
import type { Walk } from './model';
import { nextWalkTimer, onWalkTimer } from './timers';

export const walks: AggregateDefinition<Walk> = {
  collection: 'walks',
  schema: 1,
  nextTimer: nextWalkTimer,
  onTimer: onWalkTimer,
};

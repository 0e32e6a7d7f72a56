import type { AggregateDefinition } from '../../core/aggregate';
import { nextPairTimer, onPairTimer } from './decide';
import type { Pair } from './model';

export const pairs: AggregateDefinition<Pair> = {
  collection: 'pairs',
  schema: 1,
  nextTimer: nextPairTimer,
  onTimer: onPairTimer,
};

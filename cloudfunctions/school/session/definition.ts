import type { AggregateDefinition } from '../../core/aggregate';
import type { Session } from './model';
import { nextSessionTimer, onSessionTimer } from './timers';

export const sessions: AggregateDefinition<Session> = {
  collection: 'sessions',
  schema: 1,
  nextTimer: nextSessionTimer,
  onTimer: onSessionTimer,
};

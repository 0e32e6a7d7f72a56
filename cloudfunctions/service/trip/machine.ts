import type { TripCommand, TripState } from '@contract/trip';
import type { Machine } from '../../core/machine';

export type TripStep = TripCommand | 'lapse' | 'visitor_gone';
export type TripActor = 'visitor' | 'system';

const VISITOR = ['visitor'] as const;

/**
 * What was found at a door is written down in every state: a phone without a network may send it days
 * after the trip was closed, and nothing of it is lost.
 */
export const tripMachine: Machine<TripState, TripStep, TripActor> = {
  name: 'trip',
  initial: 'planned',
  terminal: ['ended', 'cancelled'],
  states: {
    planned: {
      on: {
        start: { to: 'under_way', by: VISITOR },
        record: { to: 'under_way', by: VISITOR },
        end: { to: 'ended', by: VISITOR },
        cancel: { to: 'cancelled', by: VISITOR },
        lapse: { to: 'ended', by: ['system'] },
        visitor_gone: { to: 'cancelled', by: ['system'] },
      },
      timers: [
        { name: 'trip.tell', does: 'remind' },
        { name: 'trip.over', does: 'lapse' },
      ],
    },
    under_way: {
      on: {
        record: { to: 'under_way', by: VISITOR },
        end: { to: 'ended', by: VISITOR },
        lapse: { to: 'ended', by: ['system'] },
        visitor_gone: { to: 'cancelled', by: ['system'] },
      },
      timers: [{ name: 'trip.day', does: 'lapse' }],
    },
    ended: { on: { record: { to: 'ended', by: VISITOR } } },
    cancelled: { on: { record: { to: 'cancelled', by: VISITOR } } },
  },
};

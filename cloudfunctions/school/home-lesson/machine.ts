import type { HomeLessonCommand, HomeLessonState } from '@contract/home-lesson';
import type { Machine } from '../../core/machine';
import type { HomeLessonActor } from './model';

/** Beside what the two do: time, and the desk that enters a slip, which the elder has signed or not. */
export type HomeLessonStep = HomeLessonCommand | 'lapse' | 'enter' | 'enter_signed';

const BOTH = ['elder', 'visitor'] as const;
/** The elder's word, or that of a relative whom they let say it (inventory S48, people.md story 2). */
const HOME = ['elder', 'family'] as const;
/** What was written on paper at the home; without a signature it waits for the elder's word as ever. */
const fromPaper = {
  enter: { to: 'recorded', by: ['desk'] },
  enter_signed: { to: 'confirmed', by: ['desk'] },
} as const;

/** state-machines.json `homeLesson`; a visit that the two book themselves begins as `scheduled`. */
export const homeLessonMachine: Machine<HomeLessonState, HomeLessonStep, HomeLessonActor> = {
  name: 'homeLesson',
  initial: 'suggested',
  alsoInitial: ['scheduled'],
  terminal: ['confirmed', 'declined', 'cancelled'],
  states: {
    suggested: {
      on: {
        schedule: { to: 'scheduled', by: BOTH },
        decline: { to: 'declined', by: BOTH },
        lapse: { to: 'declined', by: ['system'] },
        ...fromPaper,
      },
      timers: [{ name: 'homeLesson.month', does: 'lapse' }],
    },
    scheduled: {
      on: {
        start: { to: 'visiting', by: ['visitor'] },
        schedule: { to: 'scheduled', by: BOTH },
        cancel: { to: 'cancelled', by: BOTH },
        lapse: { to: 'cancelled', by: ['system'] },
        ...fromPaper,
      },
      timers: [{ name: 'homeLesson.missed', does: 'lapse' }],
    },
    visiting: {
      on: {
        record: { to: 'recorded', by: ['visitor'] },
        cancel: { to: 'cancelled', by: BOTH },
        ...fromPaper,
      },
      timers: [{ name: 'homeLesson.record', does: 'remind' }],
    },
    recorded: {
      on: { confirm: { to: 'confirmed', by: HOME }, correct: { to: 'corrected', by: HOME } },
      timers: [{ name: 'homeLesson.confirm', does: 'remind' }],
    },
    // The elder's own words stand: the visitor has read them, or a week has passed.
    corrected: {
      on: {
        confirm: { to: 'confirmed', by: ['visitor', 'elder'] },
        lapse: { to: 'confirmed', by: ['system'] },
      },
      timers: [{ name: 'homeLesson.corrected', does: 'lapse' }],
    },
    confirmed: { on: {} },
    // Only what time alone ended: the slip says that the visit took place.
    declined: { on: fromPaper },
    cancelled: { on: fromPaper },
  },
};

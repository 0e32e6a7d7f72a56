import type { SessionState } from '@contract/school';
import type { Machine } from '../../core/machine';

export type SessionStep =
  | 'submit'
  | 'approve'
  | 'return'
  | 'publish'
  | 'open'
  | 'postpone'
  | 'republish'
  | 'cancel'
  | 'begin'
  | 'end'
  | 'archive';
export type SessionActor = 'host' | 'office' | 'committee' | 'system';

/**
 * Draft → review → published → sign-up → class → archive (S51, workflows 2.9). Beginning, ending and
 * archiving are the clock's. A class with people in it can be postponed too, and a plan that comes to
 * nothing is cancelled, so that it does not keep its room.
 */
export const sessionMachine: Machine<SessionState, SessionStep, SessionActor> = {
  name: 'session',
  initial: 'draft',
  terminal: ['archived', 'cancelled'],
  states: {
    draft: {
      on: {
        submit: { to: 'in_review', by: ['host', 'office'] },
        cancel: { to: 'cancelled', by: ['host', 'office'] },
      },
    },
    in_review: {
      on: {
        approve: { to: 'approved', by: ['office', 'committee'] },
        return: { to: 'draft', by: ['office', 'committee'] },
        cancel: { to: 'cancelled', by: ['office'] },
      },
    },
    approved: {
      on: {
        publish: { to: 'published', by: ['office'] },
        return: { to: 'draft', by: ['office'] },
        cancel: { to: 'cancelled', by: ['office'] },
      },
    },
    published: {
      on: {
        open: { to: 'open', by: ['office', 'host', 'system'] },
        postpone: { to: 'postponed', by: ['office'] },
        cancel: { to: 'cancelled', by: ['office', 'host'] },
      },
      timers: [{ name: 'signUpOpens', does: 'open' }],
    },
    postponed: {
      on: {
        republish: { to: 'published', by: ['office'] },
        cancel: { to: 'cancelled', by: ['office', 'host'] },
      },
    },
    open: {
      on: {
        begin: { to: 'running', by: ['system'] },
        postpone: { to: 'postponed', by: ['office'] },
        cancel: { to: 'cancelled', by: ['office', 'host'] },
      },
      timers: [{ name: 'startsAt', does: 'begin' }],
    },
    running: { on: { end: { to: 'ended', by: ['system'] } }, timers: [{ name: 'endsAt', does: 'end' }] },
    ended: {
      on: { archive: { to: 'archived', by: ['system'] } },
      timers: [{ name: 'checkInCloses', does: 'archive' }],
    },
    archived: { on: {} },
    cancelled: { on: {} },
  },
};

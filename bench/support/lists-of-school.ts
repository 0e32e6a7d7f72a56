import { DAY } from '../../cloudfunctions/core/calendar';
import { type Busy, deed, who } from './deeds';
import { COMING, NOW, sessionOf, staffOf } from './street';

/** What a class, a course, a place and a month are looked up by. */
export const SCHOOL: Readonly<Record<string, Busy>> = {
  'course.menu': (n, size) => ({
    deed: deed(who(n, size), 'course.menu', {
      track: null,
      group: null,
      method: null,
      program: null,
      communityId: 'jianguo',
    }),
  }),
  'course.get': (n, size) => ({ deed: deed(who(n, size), 'course.get', { id: 'c-fraud' }) }),
  'venue.list': (n, size) => ({ deed: deed(who(n, size), 'venue.list', { communityId: 'jianguo' }) }),
  'venue.get': (n, size) => ({ deed: deed(who(n, size), 'venue.get', { id: 'main' }) }),
  'session.desk': (_, size) => ({ deed: deed(staffOf('office', size), 'session.desk', { day: NOW }) }),
  'session.program': (n, size) => ({
    deed: deed(who(n, size), 'session.program', { program: 'night_school' }),
  }),
  'session.hosting': (_, size) => ({ deed: deed(staffOf('office', size), 'session.hosting', {}) }),
  // The last one that is over: its roster is full, and everybody on it came.
  'session.console': (n, size) => ({
    deed: deed(staffOf('office', size), 'session.console', {
      id: sessionOf(size - COMING - 1 - (n % COMING)),
    }),
  }),
  'session.fits': (n, size) => ({
    deed: deed(staffOf('office', size), 'session.fits', {
      id: null,
      venueId: 'main',
      teacherId: null,
      startsAt: NOW + (n % 20) * DAY,
      minutes: 60,
      capacity: 12,
    }),
  }),
  'plan.month': (n, size) => ({ deed: deed(who(n, size), 'plan.month', { month: null }) }),
  // What was held this month, and how many came.
  'archive.month': (_, size) => ({
    deed: deed(staffOf('office', size), 'archive.month', { month: '2026-05' }),
  }),
  'numbers.get': (n, size) => ({ deed: deed(who(n, size), 'numbers.get', {}) }),
};

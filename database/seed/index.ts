import { sampleActivities } from './samples/activities';
import { sampleItems } from './samples/catalogue';
import { sampleCourses } from './samples/courses';
import { sampleApprovals, sampleCommittee } from './samples/governance';
import { sampleGrids } from './samples/grids';
import { sampleAccounts, samplePersons, sampleRolls } from './samples/people';
import { samplePlans } from './samples/plan';
import { sampleRecorded } from './samples/recorded';
import { sampleSessions } from './samples/sessions';
import { sampleTeachers } from './samples/teachers';
import { sampleStops, stops } from './stops';
import { teams } from './teams';
import { venues } from './venues';

/** Documents by collection, ready to be inserted. */
export type Seed = Readonly<Record<string, readonly object[]>>;

/**
 * What the seed states: goes into every environment. The catalogue too: the seed counts more than fifty
 * items and names none, so samples stand there, marked as such, until the street has confirmed each (S72).
 */
export function facts(now: number): Seed {
  return { venues: venues(now), stops: stops(now), teams: teams(now), serviceItems: sampleItems(now) };
}

/** A demonstration: facts, and samples that are marked as such. Never for production. */
export function demonstration(now: number): Seed {
  const places = venues(now);
  const courses = sampleCourses(now);
  const recorded = sampleRecorded(now);
  return {
    venues: places,
    teachers: sampleTeachers(now),
    stops: [...stops(now), ...sampleStops(now)],
    teams: teams(now),
    serviceItems: sampleItems(now),
    activities: sampleActivities(now),
    courses,
    recordedLessons: recorded,
    contentDrafts: sampleApprovals(now, courses, recorded),
    committees: sampleCommittee(now),
    plans: samplePlans(now),
    sessions: sampleSessions(now, courses, places),
    persons: samplePersons(now),
    grants: sampleRolls(now),
    grids: sampleGrids(now),
    accounts: sampleAccounts(now),
  };
}

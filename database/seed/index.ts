import { sampleActivities } from './samples/activities';
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

/** What the seed states: goes into every environment. */
export function facts(now: number): Seed {
  return { venues: venues(now), stops: stops(now), teams: teams(now) };
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

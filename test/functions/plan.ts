import type { SessionDraft } from '@contract/schedule';
import type { StationReport } from '@contract/station';
import { timeOnDay } from '../../cloudfunctions/core/calendar';
import { personIdOf } from '../../database/seed/samples/people';
import { SAMPLE_TEACHER } from '../../database/seed/samples/teachers';
import type { Town } from '../support/town';

/** An evening in ten days, with the one teacher and the one host that the demonstration knows. */
export function planFor(t: Town, change: Partial<SessionDraft> = {}): SessionDraft {
  return {
    courseId: 'c-rights',
    venueId: 'branch-jianguo',
    teacherId: SAMPLE_TEACHER,
    hostId: personIdOf('host'),
    startsAt: timeOnDay(t.clock.now(), '19:00', 10),
    minutes: 90,
    capacity: 20,
    familyWelcome: true,
    bring: ['笔'],
    agenda: ['八项权利'],
    signUpAt: null,
    cohort: null,
    ...change,
  };
}

export async function drafted(t: Town, change: Partial<SessionDraft> = {}): Promise<string> {
  const { id } = await t
    .as('office')
    .call('session.draft', { id: null, version: 0, plan: planFor(t, change) });
  return id;
}

export async function approved(t: Town, change: Partial<SessionDraft> = {}): Promise<string> {
  const id = await drafted(t, change);
  await t.as('office').call('session.submit', { id });
  await t.as('committee').call('session.approve', { id });
  return id;
}

export async function published(t: Town, change: Partial<SessionDraft> = {}): Promise<string> {
  const id = await approved(t, change);
  await t.as('office').call('session.publish', { id });
  return id;
}

/** Riders who have an hour after lunch on Tuesdays. */
export const station: StationReport = {
  name: '样例骑手站',
  kind: 'riders',
  place: '样例路口',
  communityId: 'jianguo',
  slots: ['2-afternoon'],
  topics: ['safety'],
  size: 12,
};

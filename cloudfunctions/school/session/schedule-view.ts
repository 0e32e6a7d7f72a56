import type { OutputOf } from '@contract/actions';
import type { ScheduleCommand, ScheduleLine, ScheduleView } from '@contract/schedule';
import { DAY, MINUTE } from '../../core/calendar';
import { allowed } from '../../core/machine';
import { canHandOver } from './host';
import { type SessionActor, sessionMachine } from './machine';
import type { Session } from './model';

/** A class as who plans it sees it; no names of those who come. Pure. */

export function scheduleLine(session: Session): ScheduleLine {
  return {
    id: session._id,
    title: session.title,
    program: session.program,
    cohort: session.cohort ?? null,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    undecided: session.postponed?.undecided ?? false,
    state: session.state,
    venue: { id: session.venueId, name: session.venueName },
    teacher: session.teacher.name,
    host: session.hostName === '' ? null : session.hostName,
    capacity: session.capacity,
    taken: session.holders.length,
    sample: session.sample,
  };
}

/** What stands on the desk: this week, what is planned, what its day has overtaken, and what waits for a day. */
export function deskWeek(
  some: readonly Session[],
  monday: number,
  now: number,
): Pick<OutputOf<'session.desk'>, 'week' | 'plans' | 'passed' | 'undecided'> {
  const lines = (is: (session: Session) => boolean) => found.filter(is).map(scheduleLine);
  const found = [...some].sort((a, b) => a.startsAt - b.startsAt);
  const undecided = ({ postponed }: Session) => postponed?.undecided === true;
  const hidden = ({ shelf }: Session) => shelf === 'hidden';
  const passed = (session: Session) => hidden(session) && session.startsAt < now;
  const inWeek = ({ startsAt }: Session) => startsAt >= monday && startsAt < monday + 7 * DAY;
  return {
    // What was to be and has passed without anybody announcing it was in no week.
    week: lines((one) => inWeek(one) && !passed(one) && one.state !== 'cancelled' && !undecided(one)),
    plans: lines((one) => hidden(one) && !passed(one)),
    // Those that have waited longest first: each leaves with a new day or when it is given up.
    passed: lines(passed),
    undecided: lines((one) => one.shelf === 'coming' && undecided(one)),
  };
}

/** What the desk can do; the clock's steps are nobody's. */
const COMMANDS: readonly ScheduleCommand[] = [
  'submit',
  'approve',
  'publish',
  'open',
  'republish',
  'return',
  'postpone',
  'cancel',
];

/** Nothing goes on towards a day that has gone by. */
const ONWARD: ReadonlySet<ScheduleCommand> = new Set(['submit', 'approve', 'publish']);

export function scheduleView(session: Session, actors: ReadonlySet<SessionActor>, now: number): ScheduleView {
  const may = allowed(sessionMachine, session.state, actors);
  const passed = session.shelf === 'hidden' && session.startsAt <= now;
  const edits = session.state === 'draft' && may.includes('submit');
  return {
    ...scheduleLine(session),
    version: session.version,
    draft: {
      courseId: session.courseId,
      venueId: session.venueId,
      teacherId: session.teacherId ?? null,
      hostId: session.hostId,
      startsAt: session.startsAt,
      minutes: (session.endsAt - session.startsAt) / MINUTE,
      capacity: session.capacity,
      familyWelcome: session.familyWelcome,
      bring: session.bring,
      agenda: session.agenda,
      signUpAt: session.signUpAt ?? null,
      cohort: session.cohort ?? null,
    },
    returned: session.returned ?? '',
    next: [
      ...COMMANDS.filter((command) => may.some((one) => one === command) && !(passed && ONWARD.has(command))),
      ...(edits ? ['draft' as const] : []),
      ...(actors.has('office') && canHandOver(session, now) ? ['hand_over' as const] : []),
    ],
  };
}

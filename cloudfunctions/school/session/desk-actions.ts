import { PROGRAMS } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { DAY, startOfWeek } from '../../core/calendar';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { roleKey, WHOLE_STREET } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import { oneOf, time } from '../../core/schemas';
import { COMMUNITIES } from '../../people/community/list';
import { persons } from '../../people/person/model';
import { maskedName } from '../../people/person/show';
import { allCourses } from '../course/actions';
import { teachers } from '../faculty/model';
import { allStations } from '../station/read';
import { venues } from '../venue/model';
import { sessions } from './definition';
import type { Session } from './model';
import { HEAVY, readerOf } from './read';
import { deskWeek } from './schedule-view';
import { sessionCard } from './view';

/** 教务's desk: what can be planned, the week, what is on its way. */

const MOST = 100;
/** Of all that stands on the desk together: a street plans a few dozen classes a month. */
const MOST_ON_DESK = 500;
/** How long a class may wait for its new day and still stand on the desk. */
const UNDECIDED_DAYS = 180;

/** What is planned, announced or waits for another day, whenever; and what was held since this Monday. */
export function onDesk(context: ActionContext): Promise<Session[]> {
  const { now } = context;
  const _ = context.database.command;
  return context.repository(sessions).list({
    where: {},
    either: [
      { shelf: 'hidden', startsAt: _.gte(0) },
      { shelf: 'coming', startsAt: _.gte(now - UNDECIDED_DAYS * DAY) },
      { shelf: 'past', startsAt: _.gte(startOfWeek(now)) },
    ],
    order: [['startsAt', 'asc']],
    limit: MOST_ON_DESK,
    without: HEAVY,
  });
}

/** What was held in a week that is over. */
async function heldInWeek(context: ActionContext, monday: number): Promise<Session[]> {
  if (monday >= startOfWeek(context.now)) return [];
  const _ = context.database.command;
  return context.repository(sessions).list({
    where: { shelf: 'past', startsAt: _.gte(monday).and(_.lt(monday + 7 * DAY)) },
    order: [['startsAt', 'asc']],
    limit: MOST,
    without: HEAVY,
  });
}

export const deskActions = [
  action({
    name: 'session.choices',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'session.host',
    async run(context) {
      const _ = context.database.command;
      const keys = [WHOLE_STREET, ...COMMUNITIES.map(({ id }) => id)].map((scope) =>
        roleKey({ role: 'host', scope }),
      );
      const [courses, rooms, stations, faculty, hosts] = await Promise.all([
        allCourses(context),
        context
          .repository(venues)
          .list({ where: { order: _.gte(0) }, order: [['order', 'asc']], limit: MOST }),
        allStations(context),
        context.repository(teachers).list({ where: { consent: 'given' }, limit: MOST }),
        context.repository(persons).list({ where: { roleKeys: _.in(keys) }, limit: MOST }),
      ]);
      return {
        courses: courses.map(({ _id, title, program, minutes, sample }) => ({
          id: _id,
          title,
          program,
          minutes,
          sample,
        })),
        venues: [
          ...rooms.flatMap(({ _id, name, alias, capacity }) =>
            name === null ? [] : [{ id: _id, name: alias ?? name, station: false, seats: capacity }],
          ),
          ...stations.map(({ _id, name, size }) => ({ id: _id, name, station: true, seats: size })),
        ],
        teachers: faculty.map(({ _id, name, source }) => ({ id: _id, name, source })),
        hosts: hosts.map((host) => ({
          id: host._id,
          name: maskedName(host.name, host.sample) || '班主任',
        })),
      };
    },
  }),
  action({
    name: 'session.desk',
    kind: 'read',
    input: v.strictObject({ day: time }),
    allow: 'anyone',
    async run(context, { day }) {
      const { caller } = context;
      const office = can(caller, 'school.manage');
      const reviews = office || can(caller, 'content.review');
      if (!reviews && !can(caller, 'session.host')) refuse('NOT_ALLOWED');
      const own = (session: Session) => reviews || session.hostId === personId(caller);
      const monday = startOfWeek(day);
      const [desk, held] = await Promise.all([onDesk(context), heldInWeek(context, monday)]);
      return {
        ...deskWeek([...desk, ...held].filter(own), monday, context.now),
        office,
        canPlan: office || can(caller, 'session.host'),
      };
    },
  }),
  action({
    name: 'session.program',
    kind: 'read',
    input: v.strictObject({ program: oneOf(PROGRAMS) }),
    allow: 'anyone',
    async run(context, { program }) {
      const classes = (shelf: Session['shelf'], direction: 'asc' | 'desc') =>
        context.repository(sessions).list({
          where: { shelf, program, startsAt: context.database.command.gt(0) },
          order: [['startsAt', direction]],
          limit: 40,
          without: HEAVY,
        });
      const [coming, past, reader] = await Promise.all([
        classes('coming', 'asc'),
        classes('past', 'desc'),
        readerOf(context),
      ]);
      const cards = (list: readonly Session[]) =>
        list.map((session) => sessionCard(session, reader(session)));
      return { coming: cards(coming), past: cards(past.filter(({ state }) => state !== 'cancelled')) };
    },
  }),
];

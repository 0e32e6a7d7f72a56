import type { PlannedDay, PlanView } from '@contract/plan';
import { dayOf, monthStart } from '../../core/calendar';
import { can } from '../../core/caller';
import type { ActionContext, RunContext } from '../../core/context';
import { derivedId } from '../../core/ids';
import { type Course, courses } from '../course/model';
import { sessions } from '../session/definition';
import type { Session } from '../session/model';
import { HEAVY } from '../session/read';
import { type Venue, venues } from '../venue/model';
import { nameOf, type PlanKnowledge, plannedDays, startsOf } from './days';
import { type FixedClass, newPlan, type Plan, planId, plans } from './model';
import { strays } from './strays';

/** One street: a few dozen courses, a dozen venues, at most a few hundred classes a month. */
const MOST = 300;

export async function planOf(run: RunContext, year: number): Promise<Plan> {
  return (await run.repository(plans).find(planId(year))) ?? newPlan(year, run.now);
}

const courseList = (run: RunContext): Promise<Course[]> =>
  run.repository(courses).list({
    where: { approved: true },
    order: [['order', 'asc']],
    limit: MOST,
    without: ['timeline', 'effects', 'orders'],
  });

const venueList = (run: RunContext): Promise<Venue[]> =>
  run.repository(venues).list({
    where: { order: run.database.command.gte(0) },
    order: [['order', 'asc']],
    limit: MOST,
    without: ['timeline', 'effects'],
  });

// The same class on the same day is the same session, however often it is made.
const idOfPlanned = (year: number, one: FixedClass, startsAt: number): string =>
  derivedId('planned', String(year), one.id, dayOf(startsAt));

/** Everything that is held in that month, and what was made of its days, wherever it has been moved since. */
async function monthSessions(run: RunContext, year: number, month: number, made: readonly string[]) {
  const _ = run.database.command;
  const end = month === 12 ? monthStart(year + 1, 1) : monthStart(year, month + 1);
  const within = _.gte(monthStart(year, month)).and(_.lt(end));
  const on = (shelf: Session['shelf']) => ({ shelf, startsAt: within });
  const found = await run.repository(sessions).list({
    where: {},
    either: [
      on('hidden'),
      on('coming'),
      on('past'),
      ...(made.length === 0 ? [] : [{ _id: _.in([...made]) }]),
    ],
    order: [['startsAt', 'asc']],
    limit: 3 * MOST,
    without: HEAVY,
  });
  return {
    found,
    shown: found.filter(
      ({ shelf, startsAt }) => shelf !== 'hidden' && startsAt >= monthStart(year, month) && startsAt < end,
    ),
  };
}

const byId = <Doc extends { _id: string }>(found: readonly Doc[]) =>
  new Map(found.map((one) => [one._id, one]));

export async function knowledgeOf(
  run: RunContext,
  year: number,
  month: number,
  classes: readonly FixedClass[],
): Promise<PlanKnowledge & { shown: Session[] }> {
  const ids = classes
    .filter((one) => one.month === month)
    .flatMap((one) => startsOf(year, one).map((startsAt) => idOfPlanned(year, one, startsAt)));
  const [menu, places, { found, shown }] = await Promise.all([
    courseList(run),
    venueList(run),
    monthSessions(run, year, month, ids),
  ]);
  return {
    courses: byId(menu),
    venues: byId(places),
    made: byId(found),
    sessionIdOf: (one, startsAt) => idOfPlanned(year, one, startsAt),
    now: run.now,
    shown,
  };
}

export async function planView(context: ActionContext, plan: Plan): Promise<PlanView> {
  const [menu, places] = await Promise.all([courseList(context), venueList(context)]);
  const known = { courses: byId(menu), venues: byId(places) };
  const office = can(context.caller, 'school.manage');
  const next: PlanView['next'] = [];
  if (office && plan.state !== 'proposed') next.push('edit');
  if (office && plan.state !== 'proposed' && plan.classes.length === 0) {
    const before = await context.repository(plans).find(planId(plan.year - 1));
    if (before !== null && before.classes.length > 0) next.push('copy');
  }
  if (office && plan.state === 'draft' && plan.classes.length > 0) next.push('propose');
  if (office && plan.approved !== null) next.push('generate');
  return {
    year: plan.year,
    state: plan.state,
    edition: plan.edition,
    approvedAt: plan.approved?.at ?? null,
    matterId: plan.matterId,
    classes: plan.classes.map((one) => ({
      ...one,
      name: nameOf(one, known.courses),
      venueName: one.venueId === null ? null : (known.venues.get(one.venueId)?.name ?? null),
    })),
    courses: menu.map(({ _id, title }) => ({ id: _id, title })),
    venues: places.map(({ _id, name, alias }) => ({ id: _id, name: alias ?? name })),
    next,
  };
}

/** The days of a month as the approved plan has them. */
export async function daysOfPlan(
  context: ActionContext,
  plan: Plan,
  month: number,
): Promise<{ items: PlannedDay[] }> {
  const classes = plan.approved?.classes ?? [];
  const known = await knowledgeOf(context, plan.year, month, classes);
  const items = [
    ...plannedDays(plan.year, month, classes, known),
    ...strays(plan.year, classes, [...known.made.values()]),
  ];
  return { items: items.sort((a, b) => a.startsAt - b.startsAt) };
}

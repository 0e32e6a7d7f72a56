import type { ActivityDesk, PlanInput } from '@contract/activity';
import { LIMITS } from '@contract/limits';
import { ACTIVITY_KINDS, SERVICE_PROJECTS } from '@contract/words';
import * as v from 'valibot';
import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import { action } from '../../core/action';
import { birth } from '../../core/birth';
import { DAY } from '../../core/calendar';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { id, lines, oneOf, someText, time } from '../../core/schemas';
import { reasonShown, screened } from '../../core/screening';
import { persons } from '../../people/person/model';
import { type Team, teamCard, teams } from '../team/model';
import { command, HEAVY, leads, minutes, readerOf } from './actions';
import { activities } from './definition';
import { certifyHours, settleHours } from './hours';
import { type Activity, shelfOf } from './model';
import { tellAnswer, tellCancelled } from './notices';
import { cancel } from './places';
import { activityCard, activityView, deskView } from './view';

/** Who organises: the lead of the team, or the office. */

function mustLead(context: ActionContext, activity: Activity): Activity {
  return leads(context, activity.teamId) ? activity : refuse('NOT_ALLOWED');
}

const deskOf = (context: ActionContext, activity: Activity): ActivityDesk =>
  deskView(activity, readerOf(context, activity), context.now);

async function leadCommand(
  context: ActionContext,
  activityId: string,
  decide: (activity: Activity, step: Act) => Activity,
): Promise<ActivityDesk> {
  const activity = await command(context, activityId, (before, step) =>
    decide(mustLead(context, before), step),
  );
  return deskOf(context, activity);
}

const Plan = v.pipe(
  v.strictObject({
    teamId: id,
    kind: oneOf(ACTIVITY_KINDS),
    project: v.nullable(oneOf(SERVICE_PROJECTS)),
    title: someText(LIMITS.title),
    text: someText(LIMITS.note),
    place: someText(LIMITS.place),
    bring: lines,
    startsAt: time,
    endsAt: time,
    places: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LIMITS.places)),
  }),
  v.forward(
    v.check(({ startsAt, endsAt }) => endsAt > startsAt && endsAt - startsAt <= DAY),
    ['endsAt'],
  ),
);

async function plan(context: ActionContext, input: PlanInput) {
  if (!leads(context, input.teamId)) refuse('NOT_ALLOWED');
  const team = await context.repository(teams).load(input.teamId);
  const who = personId(context.caller);
  const repository = context.repository(activities);
  const activityId = derivedId('activity', who, context.rid);
  const stored = await repository.find(activityId);
  if (stored !== null) return activityView(stored, readerOf(context, stored), context.now);
  if (input.startsAt <= context.now) refuse('INVALID_INPUT', { field: 'startsAt' });
  await screened(context, [input.title, input.text, input.place, ...input.bring].join('\n'), 'text');
  const { sample } = await context.repository(persons).load(who);
  const fresh: Activity = {
    ...input,
    ...birth(activityId, activities.schema, [], context.now),
    sample,
    team: teamCard(team),
    state: 'open',
    shelf: shelfOf('open'),
    open: input.places,
    volunteers: [],
    cancelled: '',
  };
  const { doc } = await repository.create(
    noted(fresh, { now: context.now, rid: context.rid, by: who }, 'plan'),
  );
  return activityView(doc, readerOf(context, doc), context.now);
}

/** The teams of this lead; all of them for the office. */
async function ownTeams(context: ActionContext): Promise<Team[]> {
  const all = await context.repository(teams).list({
    where: { order: context.database.command.gte(0) },
    order: [['order', 'asc']],
    limit: LIMITS.page,
  });
  return all.filter((team) => leads(context, team._id));
}

async function shelf(context: ActionContext, own: readonly Team[], which: Activity['shelf']) {
  const found = await Promise.all(
    own.map((team) =>
      context.repository(activities).list({
        where: { teamId: team._id, shelf: which },
        order: [['startsAt', which === 'coming' ? 'asc' : 'desc']],
        limit: LIMITS.page,
        without: HEAVY,
      }),
    ),
  );
  const cards = found.flat().map((activity) => activityCard(activity, context.caller.id));
  const way = which === 'coming' ? 1 : -1;
  return cards.sort((one, other) => way * (one.startsAt - other.startsAt));
}

export const leadActions = [
  action({
    name: 'activity.leading',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      if (!can(context.caller, 'team.lead') && !can(context.caller, 'school.manage')) refuse('NOT_ALLOWED');
      const own = await ownTeams(context);
      const [coming, past] = await Promise.all([shelf(context, own, 'coming'), shelf(context, own, 'past')]);
      return { teams: own.map(teamCard), coming, past };
    },
  }),
  action({ name: 'activity.plan', kind: 'write', input: Plan, allow: 'person', run: plan }),
  action({
    name: 'activity.desk',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    run: async (context, input) =>
      deskOf(context, mustLead(context, await context.repository(activities).load(input.id))),
  }),
  action({
    name: 'activity.cancel',
    kind: 'write',
    input: v.strictObject({ id, reason: someText(LIMITS.reason) }),
    allow: 'person',
    async run(context, input) {
      mustLead(context, await context.repository(activities).load(input.id));
      // It stands on the page of the activity, for everybody.
      const reason = await reasonShown(context, input.reason, 'reason');
      return leadCommand(context, input.id, (before, step) =>
        tellCancelled(cancel(before, reason, step), context.invocation, context.now),
      );
    },
  }),
  action({
    name: 'activity.certify',
    kind: 'write',
    input: v.strictObject({ id, seat: id }),
    allow: 'person',
    run: (context, input) =>
      leadCommand(context, input.id, (before, step) =>
        tellAnswer(
          certifyHours(before, input.seat, step),
          input.seat,
          'certified',
          context.invocation,
          context.now,
        ),
      ),
  }),
  action({
    name: 'activity.settle',
    kind: 'write',
    input: v.strictObject({ id, seat: id, minutes }),
    allow: 'person',
    run: (context, input) =>
      leadCommand(context, input.id, (before, step) =>
        tellAnswer(
          settleHours(before, input.seat, input.minutes, step),
          input.seat,
          'settled',
          context.invocation,
          context.now,
        ),
      ),
  }),
];

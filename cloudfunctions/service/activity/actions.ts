import type { ActivityView } from '@contract/activity';
import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import type { Act } from '../../core/act';
import { action } from '../../core/action';
import { hasRid } from '../../core/aggregate';
import { DAY } from '../../core/calendar';
import { can, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { derivedId } from '../../core/ids';
import { paged } from '../../core/page';
import { refuse } from '../../core/refusal';
import { cursor, id, someText } from '../../core/schemas';
import { persons } from '../../people/person/model';
import { maskedName } from '../../people/person/show';
import { teamCard, teams } from '../team/model';
import { activities } from './definition';
import { confirmHours, correctHours, notThere } from './hours';
import type { Activity, Volunteer } from './model';
import { leave, takePlace, volunteerOf } from './places';
import { type ActivityReader, activityCard, activityView } from './view';

/** What anybody does with an activity; who organises is in `lead-actions.ts`. */

const One = v.strictObject({ id });
/** Lists do not need who signed up beyond oneself, but a card says whether I did: volunteers stay. */
export const HEAVY = ['timeline', 'effects', 'text', 'bring'] as const;
/** A day at most: an activity is an afternoon. */
export const minutes = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1440));

/** A team's lead leads its own team's activities, the office all of them. */
export function leads(context: ActionContext, teamId: string): boolean {
  return can(context.caller, 'team.lead', teamId) || can(context.caller, 'school.manage');
}

export function readerOf(context: ActionContext, activity: Activity): ActivityReader {
  return { personId: context.caller.id, lead: leads(context, activity.teamId) };
}

export async function command(
  context: ActionContext,
  activityId: string,
  decide: (activity: Activity, step: Act) => Activity,
): Promise<Activity> {
  const repository = context.repository(activities);
  const step = { now: context.now, rid: context.rid, by: personId(context.caller) };
  const { doc } = await repository.change(activityId, context.rid, (before) => decide(before, step));
  await carryOut(repository, doc, context.carrier);
  return doc;
}

const viewOf = (context: ActionContext, activity: Activity): ActivityView =>
  activityView(activity, readerOf(context, activity), context.now);

/** A place if there is one; failing, one read says why. */
async function join(context: ActionContext, activityId: string): Promise<ActivityView> {
  const repository = context.repository(activities);
  const who = personId(context.caller);
  const person = await context.repository(persons).load(who);
  const one: Volunteer = {
    personId: who,
    seat: derivedId('place', activityId, who).slice(0, 10),
    name: maskedName(person.name, person.sample) || '没留姓名',
    at: context.now,
    hours: null,
  };
  const taken = await repository.guarded(
    activityId,
    context.rid,
    takePlace(context.database.command, one, context.rid, context.now),
  );
  const activity = await repository.load(activityId);
  if (!taken && volunteerOf(activity, who) === null && !hasRid(activity, context.rid))
    refuse(activity.state === 'open' && context.now < activity.startsAt ? 'PLACES_FULL' : 'ACTIVITY_CLOSED');
  return viewOf(context, activity);
}

export const activityActions = [
  action({
    name: 'team.list',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const _ = context.database.command;
      const [all, coming] = await Promise.all([
        context.repository(teams).list({
          where: { order: _.gte(0) },
          order: [['order', 'asc']],
          limit: LIMITS.page,
        }),
        context.repository(activities).list({
          where: { shelf: 'coming', startsAt: _.gt(context.now - DAY) },
          order: [['startsAt', 'asc']],
          limit: LIMITS.page,
          without: HEAVY,
        }),
      ]);
      return {
        teams: all.map(teamCard),
        coming: coming.map((activity) => activityCard(activity, context.caller.id)),
      };
    },
  }),
  action({
    name: 'activity.list',
    kind: 'read',
    input: v.strictObject({ teamId: id, after: cursor }),
    allow: 'anyone',
    async run(context, { teamId, after }) {
      const where = { teamId, shelf: 'coming' };
      const { found, next } = await paged(
        context,
        context.repository(activities),
        { where, by: 'startsAt', direction: 'asc', from: 0, limit: LIMITS.page, without: HEAVY },
        after,
      );
      return { items: found.map((activity) => activityCard(activity, context.caller.id)), next };
    },
  }),
  action({
    name: 'activity.get',
    kind: 'read',
    input: One,
    allow: 'anyone',
    run: async (context, input) => viewOf(context, await context.repository(activities).load(input.id)),
  }),
  action({
    name: 'activity.join',
    kind: 'write',
    contended: true,
    input: One,
    allow: 'person',
    run: (context, input) => join(context, input.id),
  }),
  action({
    name: 'activity.leave',
    kind: 'write',
    contended: true,
    input: One,
    allow: 'person',
    run: async (context, input) => viewOf(context, await command(context, input.id, leave)),
  }),
  action({
    name: 'activity.confirm_hours',
    kind: 'write',
    input: One,
    allow: 'person',
    run: async (context, input) => viewOf(context, await command(context, input.id, confirmHours)),
  }),
  action({
    name: 'activity.correct_hours',
    kind: 'write',
    input: v.strictObject({ id, minutes, words: someText(LIMITS.words) }),
    allow: 'person',
    run: async (context, input) =>
      viewOf(
        context,
        await command(context, input.id, (before, step) =>
          correctHours(before, input.minutes, input.words, step),
        ),
      ),
  }),
  action({
    name: 'activity.not_there',
    kind: 'write',
    input: One,
    allow: 'person',
    run: async (context, input) => viewOf(context, await command(context, input.id, notThere)),
  }),
];

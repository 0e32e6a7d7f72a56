import { LIMITS } from '@contract/limits';
import type { DualView } from '@contract/sesame';
import { ACTIVITY_KINDS, DUAL_SKILLS, SPARE_TIMES } from '@contract/words';
import * as v from 'valibot';
import { action } from '../../core/action';
import { birth } from '../../core/birth';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { oneOf, text } from '../../core/schemas';
import { persons } from '../../people/person/model';
import { HEAVY } from '../activity/actions';
import { activities } from '../activity/definition';
import { activityCard } from '../activity/view';
import { wishCard } from '../request/cards';
import { requests } from '../request/definition';
import { HEAVY as REQUEST_HEAVY } from '../request/read';
import {
  NOTHING_SAID,
  type Registration,
  registrationId,
  registrations,
  type Said,
  supplyOf,
  tidy,
} from './model';

/** 双报到: said once, three lists from it (workflows 2.8). */

/** One street: beyond this the lists say nothing more. */
const MOST = 200;

function viewOf(registration: Registration | null): DualView {
  if (registration === null || !registration.here) return { here: false, ...NOTHING_SAID };
  const { unit, skills, free, likes } = registration;
  return { here: true, unit, skills, free, likes };
}

async function put(context: ActionContext, here: boolean, said: Said): Promise<DualView> {
  const who = personId(context.caller);
  const repository = context.repository(registrations);
  const entry = { rid: context.rid, at: context.now, by: who, command: here ? 'register' : 'leave' };
  const { sample } = await context.repository(persons).load(who);
  const fresh: Registration = {
    ...birth(registrationId(who), registrations.schema, [who], context.now),
    timeline: [entry],
    sample,
    here,
    ...tidy(said),
  };
  const { doc, created } = await repository.create(fresh);
  if (created) return viewOf(doc);
  const changed = await repository.change(doc._id, context.rid, (before) => ({
    ...before,
    here,
    ...tidy(said),
    timeline: [...before.timeline, entry],
  }));
  return viewOf(changed.doc);
}

export const dualActions = [
  action({
    name: 'dual.register',
    kind: 'write',
    input: v.strictObject({
      unit: text(LIMITS.place),
      skills: v.pipe(v.array(oneOf(DUAL_SKILLS)), v.minLength(1), v.maxLength(20)),
      free: v.pipe(v.array(oneOf(SPARE_TIMES)), v.minLength(1), v.maxLength(20)),
      likes: v.pipe(v.array(oneOf(ACTIVITY_KINDS)), v.maxLength(20)),
    }),
    allow: 'person',
    run: (context, said) => put(context, true, said),
  }),
  action({
    name: 'dual.leave',
    kind: 'write',
    input: v.strictObject({}),
    allow: 'person',
    run: (context) => put(context, false, NOTHING_SAID),
  }),
  action({
    name: 'dual.lists',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const _ = context.database.command;
      const own = context.caller.id === null ? null : registrationId(context.caller.id);
      const [said, wishes, coming] = await Promise.all([
        context.repository(registrations).list({
          where: {},
          either: [{ here: true }, ...(own === null ? [] : [{ _id: own }])],
          order: [['updatedAt', 'desc']],
          limit: MOST,
          without: ['timeline', 'effects'],
        }),
        context.repository(requests).list({
          where: { wall: true, wallOrder: _.gt(0) },
          order: [['wallOrder', 'asc']],
          limit: LIMITS.page,
          without: [...REQUEST_HEAVY, 'timeline'],
        }),
        context.repository(activities).list({
          where: { shelf: 'coming', startsAt: _.gt(context.now) },
          order: [['startsAt', 'asc']],
          limit: LIMITS.page,
          without: HEAVY,
        }),
      ]);
      const here = said.filter((one) => one.here).reverse();
      // Cut off is one's own only where the street is fuller than the lists.
      const cut = own !== null && said.length === MOST;
      const mine =
        said.find(({ _id }) => _id === own) ??
        (cut ? await context.repository(registrations).find(own) : null);
      const liked = new Set(here.flatMap((one) => one.likes));
      return {
        mine: viewOf(mine),
        supply: supplyOf(here),
        demand: wishes.map((request) => wishCard(request, context.caller.id)),
        together: coming
          .filter((activity) => activity.open > 0 && liked.has(activity.kind))
          .map((activity) => activityCard(activity, context.caller.id)),
      };
    },
  }),
];

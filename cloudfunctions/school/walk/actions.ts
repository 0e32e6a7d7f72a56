import { LIMITS } from '@contract/limits';
import type { WalkView } from '@contract/route';
import * as v from 'valibot';
import { action } from '../../core/action';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { refuse } from '../../core/refusal';
import { id, someText, text, time } from '../../core/schemas';
import { communityId } from '../../people/community/schema';
import { stops } from '../route/model';
import { stopReader } from '../route/read';
import { stopView } from '../route/view';
import { book } from './book-actions';
import { actorsOf, step } from './decide';
import { walks } from './definition';
import type { WalkStep } from './machine';
import { OFFICE_DESK, type Walk } from './model';
import { walkView } from './view';

const One = v.strictObject({ id });

const viewOf = (context: ActionContext, walk: Walk): WalkView => walkView(walk, stopReader(context));

async function command(
  context: ActionContext,
  walkId: string,
  name: WalkStep,
  reason = '',
): Promise<WalkView> {
  const repository = context.repository(walks);
  const { now, rid, invocation } = context;
  const by = personId(context.caller);
  const { office } = stopReader(context);
  const { doc } = await repository.change(walkId, rid, (walk) =>
    step(walk, name, actorsOf(walk, by, office), { now, rid, by, invocation }, reason),
  );
  await carryOut(repository, doc, context.carrier);
  return viewOf(context, doc);
}

/** Only both sides know of a walk. */
function visible(context: ActionContext, walk: Walk): Walk {
  const { personId: reader, office } = stopReader(context);
  return actorsOf(walk, reader, office).size > 0 ? walk : refuse('NOT_FOUND');
}

/** The desks that this caller answers at. */
async function desksOf(context: ActionContext) {
  const { personId: reader, office } = stopReader(context);
  const repository = context.repository(stops);
  const own =
    reader === null
      ? []
      : await repository.list({
          where: { people: reader },
          order: [['order', 'asc']],
          limit: 20,
          without: ['timeline', 'effects'],
        });
  const street = office
    ? await repository.list({
        where: { tellerId: null },
        order: [['order', 'asc']],
        limit: 100,
        without: ['timeline', 'effects'],
      })
    : [];
  const desks = [...(own.length > 0 && reader !== null ? [reader] : []), ...(office ? [OFFICE_DESK] : [])];
  return { desks, held: [...own, ...street] };
}

export const walkActions = [
  action({
    name: 'walk.book',
    kind: 'write',
    contended: true,
    input: v.strictObject({
      stopId: id,
      day: time,
      half: v.picklist(['morning', 'afternoon']),
      size: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LIMITS.group)),
      group: someText(LIMITS.title),
      communityId,
    }),
    allow: 'person',
    run: async (context, input) => viewOf(context, await book(context, input)),
  }),
  action({
    name: 'walk.get',
    kind: 'read',
    input: One,
    allow: 'anyone',
    run: async (context, input) =>
      viewOf(context, visible(context, await context.repository(walks).load(input.id))),
  }),
  action({
    name: 'walk.mine',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const { caller } = context;
      if (caller.id === null) return { items: [] };
      const found = await context.repository(walks).list({
        where: { people: caller.id },
        order: [['startsAt', 'desc']],
        limit: LIMITS.page,
        without: ['timeline', 'effects'],
      });
      return { items: found.map((walk) => viewOf(context, walk)) };
    },
  }),
  action({
    name: 'walk.desk',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const { desks, held } = await desksOf(context);
      const found = await Promise.all(
        desks.map((desk) =>
          context.repository(walks).list({
            where: { desk, open: true },
            order: [['startsAt', 'asc']],
            limit: 50,
            without: ['timeline', 'effects'],
          }),
        ),
      );
      const reader = stopReader(context);
      return {
        stops: held.map((stop) => stopView(stop, reader)),
        walks: found.flat().map((walk) => viewOf(context, walk)),
      };
    },
  }),
  action({
    name: 'walk.confirm',
    kind: 'write',
    input: One,
    allow: 'person',
    run: (context, input) => command(context, input.id, 'confirm'),
  }),
  action({
    name: 'walk.decline',
    kind: 'write',
    input: v.strictObject({ id, reason: text(LIMITS.reason) }),
    allow: 'person',
    run: (context, input) => command(context, input.id, 'decline', input.reason),
  }),
  action({
    name: 'walk.cancel',
    kind: 'write',
    input: One,
    allow: 'person',
    run: (context, input) => command(context, input.id, 'cancel'),
  }),
];

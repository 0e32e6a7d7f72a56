import type { InputOf } from '@contract/actions';
import { timeOnDay } from '../../core/calendar';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { carryOut, promise } from '../../core/effects';
import { derivedId } from '../../core/ids';
import { withoutStale } from '../route/classes';
import { type Stop, stops } from '../route/model';
import { hold } from '../route/places';
import { staleClasses } from '../session/teller-read';
import { walks } from './definition';
import { openWalk } from './deliver';
import type { Opening } from './effects';
import { OFFICE_DESK, type Walk } from './model';

const BEGINS = { morning: '09:00', afternoon: '14:00' } as const;

type Wish = InputOf<'walk.book'>;

/** Takes the place first, in the stop's own document: of two who want the last one, one gets it. */
export async function book(context: ActionContext, wish: Wish): Promise<Walk> {
  const by = personId(context.caller);
  const walkId = derivedId('walk', by, context.rid);
  const stored = await context.repository(walks).find(walkId);
  if (stored !== null) return stored;

  const repository = context.repository(stops);
  const stale = await staleClasses(context, wish.stopId);
  const { doc } = await repository.change(wish.stopId, context.rid, (stop) => {
    const turn = { now: context.now, rid: context.rid, by };
    const held = hold(
      withoutStale(stop, stale, context.now),
      { walkId, at: wish.day, half: wish.half, size: wish.size },
      turn,
      context.settings,
    );
    const effect = promise(
      `${walkId}:open`,
      'walk_open',
      { ...openingOf(stop, wish, walkId, by), at: context.now, rid: context.rid },
      context.invocation,
      context.now,
    );
    return { ...held, effects: [...held.effects, effect] };
  });
  // A replay may find a promise that another run left behind: opening twice opens once.
  const left = doc.effects.find((effect) => effect.id === `${walkId}:open`);
  if (left !== undefined && left.lease.by !== context.invocation) await openWalk(context, left);
  await carryOut(repository, doc, context.carrier);
  return context.repository(walks).load(walkId);
}

function openingOf(stop: Stop, wish: Wish, walkId: string, by: string): Omit<Opening, 'at' | 'rid'> {
  return {
    walkId,
    stopId: stop._id,
    stopName: stop.name,
    stopTitle: stop.title,
    stopKind: stop.kind,
    route: stop.route,
    safety: stop.safety,
    desk: stop.tellerId ?? OFFICE_DESK,
    bookerId: by,
    startsAt: timeOnDay(wish.day, BEGINS[wish.half]),
    half: wish.half,
    size: wish.size,
    group: wish.group,
    communityId: wish.communityId,
    sample: stop.sample,
  };
}

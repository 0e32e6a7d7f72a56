import type { Misfit, MisfitKind } from '@contract/schedule';
import { DAY, startOfDay, startOfMonth } from '../../core/calendar';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { teachers } from '../faculty/model';
import { venues } from '../venue/model';
import { sessions } from './definition';
import { type Around, misfitsOf, type OtherClass, takesPlace, type Wish } from './fits';
import { HEAVY } from './read';
import { stopsOfTeller } from './teller-read';

/** Where and with whom; `sessionId`: the class itself, `null` before it has an id. */
export interface Placing extends Wish {
  sessionId: string | null;
  venueId: string;
  teacherId: string | null;
}

const DAY_OF_CLASSES = 100;
const MONTH_OF_CLASSES = 200;

export async function misfitsAt(context: ActionContext, placing: Placing): Promise<Misfit[]> {
  return misfitsOf(placing, await aroundOf(context, placing), context.settings);
}

export async function aroundOf(context: ActionContext, placing: Placing): Promise<Around> {
  const { venueId, teacherId, startsAt, sessionId } = placing;
  const day = { from: startOfDay(startsAt), until: startOfDay(startsAt) + DAY };
  const month = { from: startOfMonth(startsAt), until: startOfMonth(startsAt, 1) };
  const [venue, atVenue, teacher, withTeacher] = await Promise.all([
    context.repository(venues).find(venueId),
    classes(context, { venueId }, day, DAY_OF_CLASSES),
    teacherId === null ? null : context.repository(teachers).load(teacherId),
    teacherId === null ? [] : classes(context, { teacherId }, month, MONTH_OF_CLASSES),
  ]);
  const tells = await stopsOfTeller(context, teacher);
  const others = (found: readonly OtherClass[]) => found.filter((one) => one.sessionId !== sessionId);
  return {
    room: venue?.capacity ?? null,
    atVenue: others(atVenue),
    teacher,
    withTeacher: others(withTeacher),
    tells,
  };
}

async function classes(
  context: ActionContext,
  where: { venueId: string } | { teacherId: string },
  { from, until }: { from: number; until: number },
  limit: number,
): Promise<OtherClass[]> {
  const _ = context.database.command;
  const found = await context.repository(sessions).list({
    where: { ...where, startsAt: _.gte(from).and(_.lt(until)) },
    order: [['startsAt', 'asc']],
    limit,
    without: HEAVY,
  });
  return found
    .filter(takesPlace)
    .map(({ _id, title, startsAt, endsAt }) => ({ sessionId: _id, title, startsAt, endsAt }));
}

const REFUSED = {
  venue_taken: 'VENUE_TAKEN',
  room_small: 'ROOM_SMALL',
  teacher_taken: 'TEACHER_TAKEN',
  teacher_walks: 'TEACHER_TAKEN',
  teacher_no_consent: 'TEACHER_UNFIT',
  teacher_resting: 'TEACHER_UNFIT',
  teacher_cap: 'TEACHER_FULL',
} as const satisfies Partial<Record<MisfitKind, string>>;

/** @throws VENUE_TAKEN, ROOM_SMALL, TEACHER_TAKEN, TEACHER_UNFIT, TEACHER_FULL: the first thing in the way */
export function mustFit(misfits: readonly Misfit[]): void {
  for (const { kind, blocks, with: other, count } of misfits) {
    if (!blocks) continue;
    const code = kind in REFUSED ? REFUSED[kind as keyof typeof REFUSED] : 'TIME_UNFIT';
    refuse(code, {
      ...(other === null ? {} : { at: other.startsAt }),
      ...(count === null ? {} : { count }),
    });
  }
}

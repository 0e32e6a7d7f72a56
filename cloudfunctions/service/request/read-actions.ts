import { LIMITS } from '@contract/limits';
import * as v from 'valibot';
import { action } from '../../core/action';
import type { ActionContext } from '../../core/context';
import { id } from '../../core/schemas';
import { bondsOf } from '../../people/family/read';
import { requestCard, taskCard } from './cards';
import { requests } from './definition';
import { isCompanion } from './group';
import type { ServiceRequest } from './model';
import { HEAVY, viewOf } from './read';
import { OWED } from './words';

/** More than anybody has open: who speaks for a whole stairwell has many. */
const MOST_OPEN = 100;

/** Where the newest is shown by itself: of what was raised for an elder who ended the bond some may be left out. */
export const NEWEST = 10;

type Own = 'open' | 'ended' | 'owed';
const OWN: Readonly<Record<Own, (context: ActionContext) => Readonly<Record<string, unknown>>>> = {
  open: () => ({ open: true }),
  ended: () => ({ open: false }),
  owed: ({ database }) => ({ state: database.command.in(OWED) }),
};

/** What is somebody's, newest first. Each is asked for by itself: what waits for my word is buried neither by what is over nor by what is under way. */
export function ownOf(
  context: ActionContext,
  personId: string,
  which: Own,
  limit: number = which === 'ended' ? LIMITS.page : MOST_OPEN,
): Promise<ServiceRequest[]> {
  return context.repository(requests).list({
    where: { people: personId, ...OWN[which](context) },
    order: [['updatedAt', 'desc']],
    limit,
    without: HEAVY,
  });
}

/** What waits for somebody's word, before what else is open. */
export function owedFirst(owed: readonly ServiceRequest[], open: readonly ServiceRequest[]) {
  return [...owed, ...open.filter(({ _id }) => !owed.some((one) => one._id === _id))];
}

export async function mine(context: ActionContext, which: Own, limit?: number): Promise<ServiceRequest[]> {
  const me = context.caller.id;
  if (me === null) return [];
  const listed = await ownOf(context, me, which, limit);
  const found = listed.filter((request) => !isCompanion(request, me));
  const forElder = ({ beneficiary }: ServiceRequest) =>
    beneficiary.personId !== null && beneficiary.personId !== me;
  if (!found.some(forElder)) return found;
  // What was raised for an elder is followed only while the bond holds.
  const elders = (await bondsOf(context, me)).map(({ elderId }) => elderId);
  return found.filter((request) => !forElder(request) || elders.includes(request.beneficiary.personId ?? ''));
}

/** What I go along with (帮帮团), newest first. */
async function alongWith(context: ActionContext): Promise<ServiceRequest[]> {
  const me = context.caller.id;
  if (me === null) return [];
  const found = await context.repository(requests).list({
    where: { people: me },
    order: [['updatedAt', 'desc']],
    limit: LOOKED_THROUGH,
    without: HEAVY,
  });
  return found.filter((request) => isCompanion(request, me));
}

/** Of what is over, as many as are looked through for what could be better (`service/rating`). */
export const LOOKED_THROUGH = 100;

/** What I help with: what is open nearest date first, what is over newest first. */
export function helping(
  context: ActionContext,
  open: boolean,
  limit: number = LIMITS.page,
): Promise<ServiceRequest[]> {
  if (context.caller.id === null) return Promise.resolve([]);
  const where = { helperId: context.caller.id, open };
  const order = open ? (['dueAt', 'asc'] as const) : (['updatedAt', 'desc'] as const);
  return context.repository(requests).list({ where, order: [order], limit, without: HEAVY });
}

export const requestReads = [
  action({
    name: 'request.mine',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const [owed, open, ended] = await Promise.all([
        mine(context, 'owed'),
        mine(context, 'open'),
        mine(context, 'ended'),
      ]);
      return { open: owedFirst(owed, open).map(requestCard), ended: ended.map(requestCard) };
    },
  }),
  action({
    name: 'request.get',
    kind: 'read',
    input: v.strictObject({ id }),
    allow: 'anyone',
    run: async (context, input) => viewOf(context, await context.repository(requests).load(input.id)),
  }),
  action({
    name: 'request.helping',
    kind: 'read',
    input: v.strictObject({}),
    allow: 'anyone',
    async run(context) {
      const [open, ended, along] = await Promise.all([
        helping(context, true),
        // The same question as that of `rating.hints`, which 我接的事 reads with it.
        helping(context, false, LOOKED_THROUGH),
        alongWith(context),
      ]);
      const cards = (found: ServiceRequest[]) => found.map((request) => taskCard(request, context.now));
      const beside = (isOpen: boolean) =>
        cards(along.filter((request) => request.open === isOpen)).map((card) => ({
          ...card,
          along: true as const,
        }));
      const last = ended.slice(0, LIMITS.page);
      return { open: [...cards(open), ...beside(true)], ended: [...cards(last), ...beside(false)] };
    },
  }),
];

import type { PaperTarget, PrintedKind } from '@contract/paper';
import * as v from 'valibot';
import { action } from '../../core/action';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { id } from '../../core/schemas';
import { cards } from '../../people/household/model';
import { homeLessons } from '../../school/home-lesson/definition';
import { sessions } from '../../school/session/definition';
import { venues } from '../../school/venue/model';
import { servesCommunity } from '../../service/desk/grids';
import { requests } from '../../service/request/definition';
import { type Code, readCode, type Slip, slips } from './model';
import { sheetFor } from './read';

const KINDS = [
  'poster',
  'timetable',
  'wish',
  'complaint',
  'card',
  'door_note',
  'consent',
  'hand_over',
  'receipt',
  'roster',
  'round_table',
  'home_lesson',
] as const satisfies readonly PrintedKind[];

export const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/));

async function targetOf(context: ActionContext, { letter, code }: Code): Promise<PaperTarget> {
  if (letter === 'v') {
    const [venue] = await context.repository(venues).list({ where: { code }, limit: 1 });
    if (venue === undefined) return refuse('CODE_WRONG');
    const { _id, name, alias, communityId } = venue;
    return { is: 'venue', id: _id, title: alias ?? name ?? '', communityId };
  }
  if (letter === 'h') {
    const [card] = await context.repository(cards).list({ where: { code }, limit: 1 });
    if (card === undefined) return refuse('CODE_WRONG');
    // What the card opens is for `household.open` to say, which writes the opening down.
    return { is: 'card', code };
  }
  const slip = (await context.repository(slips).find(code)) ?? refuse('CODE_WRONG');
  return slipTarget(context, slip);
}

async function slipTarget(context: ActionContext, { of, target }: Slip): Promise<PaperTarget> {
  if (of === 'session') {
    const { title, startsAt } = await context.repository(sessions).load(target);
    return { is: 'session', id: target, title, startsAt };
  }
  if (of === 'home_lesson') {
    const { at, people } = await context.repository(homeLessons).load(target);
    if (context.caller.id === null || !people.includes(context.caller.id)) refuse('NOT_FOUND');
    return { is: 'home_lesson', id: target, at };
  }
  const { no, title, communityId } = await context.repository(requests).load(target);
  // Whoever finds a slip of another community learns nothing from it.
  if (!servesCommunity(context.caller, 'household.open', communityId)) refuse('NOT_FOUND');
  return { is: 'request', id: target, no, title };
}

export const paperActions = [
  action({
    name: 'paper.print',
    kind: 'write',
    input: v.strictObject({ kind: v.picklist(KINDS), id, month: v.nullable(month) }),
    allow: 'person',
    run: (context, { kind, ...wanted }) => sheetFor(context, kind, wanted),
  }),
  action({
    name: 'paper.read',
    kind: 'read',
    input: v.strictObject({ code: v.pipe(v.string(), v.maxLength(120), v.regex(/^[\x20-\x7E]*$/)) }),
    // A slip alone opens nothing: each target says who may know it.
    allow: 'anyone',
    run: (context, { code }) => targetOf(context, readCode(code) ?? refuse('CODE_WRONG')),
  }),
];

import { ROLES, type Role } from '@contract/words';
import type { Effect } from '../../core/aggregate';
import { birth } from '../../core/birth';
import { promise } from '../../core/effects';
import { refuse } from '../../core/refusal';
import type { GridNames } from '../community/grids';
import { type Holding, holdingOf, type Roll, type RollEntry, rollId, rolls, withHolding } from './model';
import { needsSecond, placeOf } from './places';

/** How a power begins, is agreed to and ends. Pure. */

export interface PowerStep {
  rid: string;
  now: number;
  by: string;
  invocation: string;
  why: string;
  /** Administrators, who are told of what waits for one of them. */
  admins: readonly string[];
  grids: GridNames;
}

export interface Power {
  personId: string;
  role: Role;
  scope: string;
}

const MINE = '/packages/people/powers/powers';
const DESK = '/packages/admin/roles/roles';

export function newRoll({ personId, role, scope }: Power, now: number): Roll {
  const roll = birth(rollId(personId, role, scope), rolls.schema, [], now);
  return { ...roll, timeline: [], holdings: [], waiting: false };
}

/** @throws OWN_POWER, NOT_NOW when it holds or waits already */
export function granted(roll: Roll, power: Power, step: PowerStep): Roll {
  if (power.personId === step.by) refuse('OWN_POWER');
  const last = holdingOf(roll, power.personId);
  if (last?.state === 'held' || last?.state === 'proposed') refuse('NOT_NOW');
  const asked = { ...power, askedBy: step.by, askedAt: step.now, confirmedBy: null };
  if (!needsSecond(power.role))
    return begun(roll, { ...asked, state: 'held', since: step.now }, 'grant', step);
  const next = withHolding(roll, { ...asked, state: 'proposed', since: null }, entry(power, 'propose', step));
  const told = step.admins.filter((one) => one !== step.by && one !== power.personId);
  return withEffects(
    next,
    told.map((to) => notice(roll, to, '有个岗位等您点头', `${called(power, step)}，您看行不行`, DESK, step)),
  );
}

/** @throws OWN_POWER for who proposed it and for whom it is, NOT_NOW when nothing waits */
export function confirmed(roll: Roll, power: Power, step: PowerStep): Roll {
  const waiting = waitingOf(roll, power);
  if (step.by === waiting.askedBy || step.by === power.personId) refuse('OWN_POWER');
  return begun(roll, { ...waiting, state: 'held', since: step.now, confirmedBy: step.by }, 'confirm', step);
}

/** @throws NOT_NOW when nothing waits */
export function declined(roll: Roll, power: Power, step: PowerStep): Roll {
  const waiting = waitingOf(roll, power);
  const next = withHolding(roll, { ...waiting, state: 'declined' }, entry(power, 'decline', step));
  if (step.by === waiting.askedBy) return next;
  return withEffects(next, [notice(roll, waiting.askedBy, '岗位没同意', step.why, DESK, step)]);
}

/** @throws NOT_NOW when it does not hold, LAST_ADMIN */
export function revoked(roll: Roll, power: Power, step: PowerStep): Roll {
  const held = holdingOf(roll, power.personId);
  if (held?.state !== 'held') return refuse('NOT_NOW');
  const left = roll.holdings.filter((one) => one.state === 'held').length - 1;
  if (power.role === 'admin' && left === 0) refuse('LAST_ADMIN');
  const next = withHolding(roll, { ...held, state: 'revoked', since: null }, entry(power, 'revoke', step));
  const text = `${called(power, step)}的岗位撤了：${step.why}`;
  return withEffects(next, [
    takeOver(roll, power, step),
    notice(roll, power.personId, '岗位撤了', text, MINE, step),
  ]);
}

function begun(roll: Roll, holding: Holding, command: 'grant' | 'confirm', step: PowerStep): Roll {
  const next = withHolding(roll, holding, entry(holding, command, step));
  const text = `您现在是${called(holding, step)}，要做的都在“我的”里`;
  return withEffects(next, [
    takeOver(roll, holding, step),
    notice(roll, holding.personId, '您有了个岗位', text, MINE, step),
  ]);
}

function waitingOf(roll: Roll, power: Power): Holding {
  const holding = holdingOf(roll, power.personId);
  return holding?.state === 'proposed' ? holding : refuse('NOT_NOW');
}

function called({ role, scope }: Power, { grids }: Pick<PowerStep, 'grids'>): string {
  const place = placeOf(role, scope, grids);
  return place === '' ? ROLES[role] : `${ROLES[role]}（${place}）`;
}

function entry({ personId }: Power, command: RollEntry['command'], step: PowerStep): RollEntry {
  return { rid: step.rid, at: step.now, by: step.by, command, personId, why: step.why };
}

function withEffects(roll: Roll, effects: readonly Effect[]): Roll {
  return { ...roll, effects: [...roll.effects, ...effects] };
}

/** What the roll says has to stand on the person. */
function takeOver(roll: Roll, { personId, role, scope }: Power, step: PowerStep): Effect {
  const data = { personId, role, scope };
  return promise(`${roll._id}:${step.rid}:power`, 'power', data, step.invocation, step.now);
}

function notice(roll: Roll, to: string, title: string, text: string, link: string, step: PowerStep): Effect {
  const data = { to, template: 'progress', title, text, link, urgent: false };
  return promise(`${roll._id}:${step.rid}:${to}`, 'notify', data, step.invocation, step.now);
}

import type { Agreed } from '@contract/family';
import type { Effect } from '../../core/aggregate';
import { birth } from '../../core/birth';
import { promise } from '../../core/effects';
import { refuse } from '../../core/refusal';
import { type Bond, bondId, bonds } from './model';

/** How a bond begins, changes and ends. Pure. */

export interface BondStep {
  rid: string;
  now: number;
  by: string;
  invocation: string;
}

export interface Tie {
  elderId: string;
  relativeId: string;
  agreed: Agreed;
  witnessId: string | null;
}

const PAGE = '/packages/people/family/family';

function notice(bond: Bond, to: string, title: string, text: string, step: BondStep): Effect {
  const data = { to, template: 'progress', title, text, link: PAGE, urgent: false };
  return promise(`${bond._id}:${step.rid}:${to}`, 'notify', data, step.invocation, step.now);
}

function written(bond: Bond, command: string, effects: Effect[], step: BondStep): Bond {
  const entry = { rid: step.rid, at: step.now, by: step.by, command };
  return { ...bond, timeline: [...bond.timeline, entry], effects: [...bond.effects, ...effects] };
}

/** The bond as it first is; `tied` makes it hold. */
export function newBond({ elderId, relativeId, agreed, witnessId }: Tie, now: number): Bond {
  return {
    ...birth(bondId(elderId, relativeId), bonds.schema, [elderId, relativeId], now),
    elderId,
    relativeId,
    agreed,
    how: witnessId === null ? 'digits' : 'witnessed',
    witnessId,
    active: false,
    since: now,
    endedBy: null,
  };
}

export function tied(bond: Bond, tie: Tie, step: BondStep): Bond {
  const next: Bond = {
    ...bond,
    agreed: tie.agreed,
    how: tie.witnessId === null ? 'digits' : 'witnessed',
    witnessId: tie.witnessId,
    active: true,
    since: step.now,
    endedBy: null,
  };
  const text = '家里人绑上了，能看什么您说了算，随时能解除';
  return written(next, 'bind', [notice(bond, bond.elderId, '家里人绑上了', text, step)], step);
}

/** @throws NOT_FOUND for anybody but the elder, NOT_NOW when it has ended */
export function agreedAnew(bond: Bond, agreed: Agreed, step: BondStep): Bond {
  if (step.by !== bond.elderId) refuse('NOT_FOUND');
  if (!bond.active) refuse('NOT_NOW');
  const text = '老人改了让您看什么、替说什么，点开看看';
  return written(
    { ...bond, agreed },
    'agree',
    [notice(bond, bond.relativeId, '说好的改了', text, step)],
    step,
  );
}

/** Ends at once. What the relative had raised stays the elder's: `part` takes the relative off it. */
export function parted(bond: Bond, step: BondStep): Bond {
  if (!bond.active) return bond;
  const next: Bond = { ...bond, active: false, endedBy: step.by };
  const part = promise(
    `${bond._id}:${step.rid}:part`,
    'part',
    { elderId: bond.elderId, relativeId: bond.relativeId },
    step.invocation,
    step.now,
  );
  const told = [bond.elderId, bond.relativeId]
    .filter((one) => one !== step.by)
    .map((to) => notice(bond, to, '家里人解除了', '从现在起看不到对方的事了', step));
  return written(next, 'unbind', [part, ...told], step);
}

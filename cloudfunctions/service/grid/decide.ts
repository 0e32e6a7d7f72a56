import type { Effect } from '../../core/aggregate';
import { birth } from '../../core/birth';
import { DAY, sayDay, startOfDay } from '../../core/calendar';
import { promise } from '../../core/effects';
import { refuse } from '../../core/refusal';
import type { Grid } from '../../people/community/grids';
import { type Cover, type GridPlan, gridPlans } from './model';

/** Who covers for whom, and which grid a building lies in. Pure. */

export interface GridStep {
  rid: string;
  now: number;
  by: string;
  invocation: string;
}

/** Covers that are over are kept for a year, then they say nothing to anybody. */
const KEPT_MS = 366 * DAY;

export function newPlan({ id, communityId }: Grid, now: number): GridPlan {
  return { ...birth(id, gridPlans.schema, [], now), communityId, quarters: [], covers: [] };
}

export const covers = (cover: Cover, now: number): boolean => cover.from <= now && now <= cover.to;

/** Who comes instead of them today, over all grids; `null` when they come themselves. */
export function coverOf(plans: readonly GridPlan[], workerId: string, now: number): Cover | null {
  return (
    plans.flatMap((plan) => plan.covers).find((one) => one.awayId === workerId && covers(one, now)) ?? null
  );
}

const plain = (text: string) => text.replace(/[\s，,、]/g, '').toLowerCase();

/** The grid in which that building lies, as it is written in a matter; `null` when nobody has said. */
export function gridOfBuilding(plans: readonly GridPlan[], building: string): string | null {
  const wanted = plain(building);
  if (wanted === '') return null;
  const lies = ({ quarters }: GridPlan) =>
    quarters.some(({ name, buildings }) =>
      buildings.some((one) => wanted === plain(one) || wanted === plain(`${name}${one}`)),
    );
  return plans.find(lies)?._id ?? null;
}

/** @throws INVALID_INPUT when the days are past or turned round, when somebody covers for themselves, or it is said already */
export function covered(plan: GridPlan, cover: Omit<Cover, 'key'>, step: GridStep): GridPlan {
  if (cover.to < cover.from || cover.to < startOfDay(step.now)) refuse('INVALID_INPUT', { field: 'to' });
  if (cover.awayId === cover.coverId) refuse('INVALID_INPUT', { field: 'coverId' });
  const meets = plan.covers.some(
    (one) => one.awayId === cover.awayId && one.from <= cover.to && cover.from <= one.to,
  );
  if (meets) refuse('INVALID_INPUT', { field: 'from' });
  const kept = plan.covers.filter((one) => one.to > step.now - KEPT_MS);
  const days = `${sayDay(cover.from, step.now)}到${sayDay(cover.to, step.now)}`;
  return written({ ...plan, covers: [...kept, { ...cover, key: step.rid }] }, 'cover', step, [
    notice(plan, cover.coverId, '请您代几天班', `${days}，这片的事派到您这儿`, step),
    notice(plan, cover.awayId, '有人替您的班', `${days}，这片的事派给代班的`, step),
  ]);
}

/** @throws NOT_FOUND */
export function uncovered(plan: GridPlan, key: string, step: GridStep): GridPlan {
  const cover = plan.covers.find((one) => one.key === key) ?? refuse('NOT_FOUND');
  const left = plan.covers.filter((one) => one.key !== key);
  return written({ ...plan, covers: left }, 'uncover', step, [
    notice(plan, cover.coverId, '不用代班了', '这片的事不再派到您这儿', step),
    notice(plan, cover.awayId, '代班撤了', '这片的事照旧派给您', step),
  ]);
}

/** @param name `undefined` leaves it as it is called */
export function described(
  plan: GridPlan,
  { name, quarters }: { name?: string | undefined; quarters: GridPlan['quarters'] },
  step: GridStep,
): GridPlan {
  return written({ ...plan, ...(name === undefined ? {} : { name }), quarters }, 'describe', step, []);
}

function written(plan: GridPlan, command: string, step: GridStep, effects: readonly Effect[]): GridPlan {
  const entry = { rid: step.rid, at: step.now, by: step.by, command };
  return { ...plan, timeline: [...plan.timeline, entry], effects: [...plan.effects, ...effects] };
}

function notice(plan: GridPlan, to: string, title: string, text: string, step: GridStep): Effect {
  const data = { to, template: 'progress', title, text, link: '/packages/grid/board/board', urgent: false };
  return promise(`${plan._id}:${step.rid}:${to}`, 'notify', data, step.invocation, step.now);
}

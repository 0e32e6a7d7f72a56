import { LIMITS } from '@contract/limits';
import type { FixedClassInput, Weekday } from '@contract/plan';
import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import { refuse } from '../../core/refusal';
import { type PlanCommand, planMachine } from './machine';
import type { FixedClass, Plan } from './model';

/** Decisions on a year's plan; pure. */

function moved(plan: Plan, command: PlanCommand, act: Act): Plan {
  const rule = planMachine.states[plan.state].on[command] ?? refuse('NOT_NOW');
  return noted({ ...plan, state: rule.to }, act, command);
}

/** In the year's order. */
const byMonth = (a: FixedClass, b: FixedClass) =>
  a.month - b.month || a.weekday - b.weekday || (a.start < b.start ? -1 : 1);

/** Adds a class, or writes one anew. @throws NOT_NOW, NOT_FOUND, INVALID_INPUT */
export function put(
  plan: Plan,
  wish: { id: string | null; freshId: string; month: number; said: FixedClassInput },
  step: Act,
): Plan {
  const { id, month, said } = wish;
  if (id !== null && !plan.classes.some((one) => one.id === id)) refuse('NOT_FOUND');
  if (id === null && plan.classes.length >= LIMITS.planClasses) refuse('INVALID_INPUT', { field: 'class' });
  const others = plan.classes.filter((one) => one.id !== id);
  const written = { ...said, weeks: inOrder(said.weeks), id: id ?? wish.freshId, month };
  return { ...moved(plan, 'edit', step), classes: [...others, written].sort(byMonth) };
}

/** 挪到… @throws NOT_NOW, NOT_FOUND */
export function move(
  plan: Plan,
  id: string,
  to: { month: number; weekday: Weekday; weeks: number[] },
  step: Act,
): Plan {
  const found = plan.classes.find((one) => one.id === id) ?? refuse('NOT_FOUND');
  const others = plan.classes.filter((one) => one.id !== id);
  const there = { ...found, ...to, weeks: inOrder(to.weeks) };
  return { ...moved(plan, 'edit', step), classes: [...others, there].sort(byMonth) };
}

/** @throws NOT_NOW, NOT_FOUND */
export function drop(plan: Plan, id: string, step: Act): Plan {
  if (!plan.classes.some((one) => one.id === id)) refuse('NOT_FOUND');
  return { ...moved(plan, 'edit', step), classes: plan.classes.filter((one) => one.id !== id) };
}

/** Into an empty year only: nothing that was written is lost. @throws NOT_NOW */
export function copied(
  plan: Plan,
  before: readonly FixedClass[],
  idOf: (id: string) => string,
  step: Act,
): Plan {
  if (plan.classes.length > 0 || before.length === 0) refuse('NOT_NOW');
  return { ...moved(plan, 'edit', step), classes: before.map((one) => ({ ...one, id: idOf(one.id) })) };
}

/** @throws NOT_NOW also when there is nothing to decide about */
export function propose(plan: Plan, matterId: string, step: Act): Plan {
  if (plan.classes.length === 0) refuse('NOT_NOW');
  return { ...moved(plan, 'propose', step), matterId };
}

/** What the committee decided in this very matter. */
export function settle(plan: Plan, matterId: string, carried: boolean, step: Act): Plan {
  if (plan.state !== 'proposed' || plan.matterId !== matterId) return plan;
  const after = moved(plan, carried ? 'approve' : 'return', step);
  if (!carried) return after;
  const approved = { at: step.now, matterId, classes: plan.classes };
  return { ...after, approved, edition: plan.edition + 1 };
}

const inOrder = (weeks: readonly number[]) => [...new Set(weeks)].sort((a, b) => a - b);

import type { Effect } from '../../core/aggregate';
import { sayTime } from '../../core/calendar';
import { promise } from '../../core/effects';
import { derivedId } from '../../core/ids';
import type { Settings } from '../../core/settings';
import type { Course, CourseOrder, Served } from './model';

/**
 * 点课 (S39, workflows 2.9): equal orders merge in their course, enough of them enter the pool by
 * themselves, and a class that is published serves all who ordered. Who ordered is known to the course
 * and shown to nobody: the office sees how many, and the branches by the name that they gave. Pure.
 */

/** Served classes that a cancellation could still give back. */
const REMEMBERED = 5;

export interface OrderStep {
  now: number;
  rid: string;
  by: string;
  settings: Settings;
}

export interface BranchOrder {
  /** 支部, as its contact wrote it. */
  name: string;
  size: number;
}

/** How many orders let it be scheduled. */
export const enough = (course: Pick<Course, 'minimum'>, settings: Settings) =>
  course.minimum ?? settings.orderPool;

const plain = (name: string) => name.replace(/\s/g, '');

/** Each branch once, with the most people that one of its contacts named. */
export function branchesOf(orders: readonly CourseOrder[]): BranchOrder[] {
  const found = new Map<string, BranchOrder>();
  for (const { branch } of orders) {
    if (branch === undefined) continue;
    const known = found.get(plain(branch.name));
    if (known === undefined || known.size < branch.size) found.set(plain(branch.name), branch);
  }
  return [...found.values()];
}

/** People who ordered for themselves, and those whom the branches will bring. */
export function headsOf(orders: readonly CourseOrder[]): number {
  const own = orders.filter(({ branch }) => branch === undefined).length;
  return branchesOf(orders).reduce((sum, { size }) => sum + size, own);
}

/** 点 or 不点了: the wish as such, so that saying it twice says it once. `branch`: for a 支部 instead of oneself. */
export function withOrder(
  course: Course,
  ordered: boolean,
  branch: BranchOrder | null,
  step: OrderStep,
): Course {
  const mine = (order: CourseOrder) =>
    order.personId === step.by && (order.branch === undefined) === (branch === null);
  const old = course.orders.find(mine);
  const same = old?.branch?.name === branch?.name && old?.branch?.size === branch?.size;
  if (ordered ? old !== undefined && same : old === undefined) return course;
  const others = course.orders.filter((order) => !mine(order));
  const order = { personId: step.by, at: step.now, ...(branch === null ? {} : { branch }) };
  const orders = ordered ? [...others, order] : others;
  const entry = { rid: step.rid, at: step.now, by: step.by, command: ordered ? 'order' : 'unorder' };
  return pooled({ ...course, orders, timeline: [...course.timeline, entry] }, step);
}

/** Enough orders stand in the pool, oldest first; with fewer it goes back. */
function pooled(course: Course, { now, settings }: Pick<OrderStep, 'now' | 'settings'>): Course {
  const { pooledAt, ...rest } = course;
  if (headsOf(course.orders) < enough(course, settings)) return pooledAt === undefined ? course : rest;
  return pooledAt === undefined ? { ...course, pooledAt: now } : course;
}

export interface ClassFacts {
  sessionId: string;
  startsAt: number;
  venueName: string | null;
  /** Sign-up opens later; `null`: it is open. */
  signUpAt: number | null;
}

/** The published class serves everybody who ordered: one message each, with the seat one tap away. */
export function served(course: Course, facts: ClassFacts, step: OrderStep & { invocation: string }): Course {
  if (course.orders.length === 0) return course;
  const { pooledAt: _, ...rest } = course;
  const told = new Map(course.orders.map((order) => [order.personId, order]));
  for (const order of course.orders) if (order.branch !== undefined) told.set(order.personId, order);
  const effects = [...told.values()].map((order) => tellOrdered(course, facts, order, step));
  const done: Served = { sessionId: facts.sessionId, orders: course.orders };
  return {
    ...rest,
    orders: [],
    served: [...(course.served ?? []), done].slice(-REMEMBERED),
    effects: [...course.effects, ...effects],
    timeline: [...course.timeline, { rid: step.rid, at: step.now, by: 'system', command: 'serve' }],
  };
}

/** The class was called off: whoever ordered it has still ordered it. */
export function unserved(course: Course, sessionId: string, step: OrderStep): Course {
  const done = course.served?.find((one) => one.sessionId === sessionId);
  if (done === undefined) return course;
  const again = done.orders.filter(
    (order) =>
      !course.orders.some(
        (one) =>
          one.personId === order.personId && (one.branch === undefined) === (order.branch === undefined),
      ),
  );
  const back: Course = {
    ...course,
    orders: [...again, ...course.orders],
    served: (course.served ?? []).filter((one) => one !== done),
    timeline: [...course.timeline, { rid: step.rid, at: step.now, by: 'system', command: 'unserve' }],
  };
  return pooled(back, step);
}

/** Nothing of somebody who was erased is left in it. */
export function withoutOrders(course: Course, personId: string, step: OrderStep): Course {
  const others = (orders: readonly CourseOrder[]) => orders.filter((order) => order.personId !== personId);
  const orders = others(course.orders);
  const kept = (course.served ?? []).map((one) => ({ ...one, orders: others(one.orders) }));
  const touched =
    orders.length !== course.orders.length ||
    kept.some((one, place) => one.orders.length !== course.served?.[place]?.orders.length);
  if (!touched) return course;
  return pooled({ ...course, orders, ...(course.served ? { served: kept } : {}) }, step);
}

function tellOrdered(
  course: Course,
  { sessionId, startsAt, venueName, signUpAt }: ClassFacts,
  { personId, branch }: CourseOrder,
  { invocation, now }: { invocation: string; now: number },
): Effect {
  const whom = branch === undefined ? '占一座' : `给${branch.name}占几座`;
  const how = signUpAt === null ? `点进来${whom}` : `${sayTime(signUpAt, now)}起能报名，到时候点进来${whom}`;
  const data = {
    to: personId,
    template: 'class',
    title: '您点的课排上了',
    text: `《${course.title}》${sayTime(startsAt, now)}在${venueName ?? '教学点'}上，${how}`,
    link: `/packages/school/session/session?id=${sessionId}`,
    urgent: false,
  };
  return promise(derivedId('ordered', sessionId, personId), 'notify', data, invocation, now);
}

import type { Filter } from '../../../../../local/cloud/store/index';
import { items, number, present, scalar, tags, text } from './documents';
import type { Random } from './random';

/*
 * Only what mingo answers as MongoDB does. Where they part (operators.ts has the list) the strict tests say
 * what is right, so here: null is not compared by range, not put to fields inside of arrays, remainders are
 * taken of whole numbers, and arrays do not contain arrays.
 */
type Make = (random: Random) => unknown;

const range = (operand: Make): Make => {
  return (random) => {
    const lower = random.pick(['$gt', '$gte']);
    const upper = random.pick(['$lt', '$lte']);
    if (random.once(2)) return { [lower]: operand(random), [upper]: operand(random) };
    return { [random.pick([lower, upper])]: operand(random) };
  };
};

const among = (operand: Make): Make => {
  return (random) => ({ [random.pick(['$in', '$in', '$nin'])]: random.list(4, () => operand(random)) });
};

const equal = (operand: Make): Make => {
  return (random) => {
    const value = operand(random);
    return random.pick<unknown>([value, { $eq: value }, { $ne: value }]) ?? null;
  };
};

const exists: Make = (random) => ({ $exists: random.once(2) });
const regex: Make = (random) =>
  random.pick<unknown>([
    /^a/,
    /^ab?/,
    /^a|b/,
    /^中/,
    /b$/i,
    { $regex: '^2024-0' },
    { $regex: '^A', $options: 'i' },
    /^\[1\]/,
    /^a\.b/,
  ]);

const negated = (condition: Make): Make => {
  return (random) => {
    const inner = condition(random);
    const isCondition = inner !== null && typeof inner === 'object' && !(inner instanceof RegExp);
    const operators = isCondition && Object.keys(inner).some((name) => name.startsWith('$'));
    return operators || inner instanceof RegExp ? { $not: inner } : { $ne: inner };
  };
};

const sometimesNegated = (condition: Make): Make => {
  const not = negated(condition);
  return (random) => (random.once(8) ? not(random) : condition(random));
};

const oneOf = (...makes: Make[]): Make => {
  return (random) => sometimesNegated(random.pick(makes))(random);
};

const scalars = oneOf(equal(scalar), equal(present), range(present), among(scalar), exists, regex);
const objects: Make = (random) => ({ x: random.pick<unknown>([1, 'x']), y: number(random) });
const element: Make = (random) => random.pick<unknown>([1, 2, 3, 'x', 'y', 'z', true]);
const key: Make = (random) => random.pick(['p', 'q', 'r', 's']);

const CONDITIONS: Record<string, Make> = {
  _id: oneOf(
    equal((random) => random.below(200)),
    among((random) => random.below(200)),
    range((random) => random.below(200)),
  ),
  a: scalars,
  b: scalars,
  n: oneOf(equal(number), range(number), among(number), exists),
  whole: (random) => ({ $mod: [random.pick([2, 3]), random.below(3)] }),
  s: oneOf(equal(text), range(text), among(text), regex, (random) => ({
    $type: random.pick(['string', 'number', 'null']),
  })),
  d: oneOf(equal(present), range(present), exists),
  m: oneOf(scalars, equal(objects), equal(tags), (random) => ({ $size: random.below(3) }), equal(element)),
  'o.x': scalars,
  'm.x': oneOf(equal(element), exists),
  tags: oneOf(
    equal(element),
    equal(tags),
    range(element),
    among(element),
    exists,
    (random) => ({ $size: random.below(4) }),
    (random) => ({ $all: [element(random), ...random.list(1, () => element(random))] }),
    (random) => ({ $elemMatch: range(element)(random) }),
  ),
  'tags.0': oneOf(equal(element), range(element)),
  items: oneOf(
    (random) => ({ $elemMatch: { k: key(random), v: range(number)(random) } }),
    (random) => ({ $elemMatch: { k: key(random) } }),
    (random) => ({ $size: random.below(3) }),
    equal(items),
  ),
  'items.k': oneOf(equal(key), among(key), range(key), exists),
  'items.v': oneOf(equal(number), range(number), among(number)),
  'items.0.k': oneOf(equal(key), range(key)),
};

function conjunction(random: Random): Filter {
  const result: Filter = {};
  for (let i = random.below(4); i > 0; i--) {
    const field = random.pick(Object.keys(CONDITIONS));
    result[field] = CONDITIONS[field]?.(random);
  }
  return result;
}

const nonEmpty = (random: Random): Filter => {
  for (;;) {
    const result = conjunction(random);
    if (Object.keys(result).length > 0) return result;
  }
};

export function filter(random: Random): Filter {
  const result = conjunction(random);
  if (random.once(4)) result.$or = [nonEmpty(random), ...random.list(2, () => nonEmpty(random))];
  if (random.once(8)) result.$and = [nonEmpty(random), nonEmpty(random)];
  if (random.once(15)) result.$nor = [nonEmpty(random)];
  return result;
}

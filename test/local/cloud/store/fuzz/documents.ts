import { ObjectId } from 'bson';
import type { Document } from '../../../../../local/cloud/store/index';
import type { Random } from './random';

const TEXTS = [
  '',
  'a',
  'ab',
  'abc',
  'b',
  'B',
  '中',
  '中文',
  '2024-01-01',
  'a.b',
  '[1]',
  '{"$date":1}',
  'null',
];
const DATES = [0, 1.7e12, 1.7e12 + 1000, -86_400_000];
const IDS = ['64b000000000000000000001', '64b000000000000000000002'];

export const number = (random: Random): number =>
  random.pick([0, 1, 2, 3, -1, -2, 0.5, 2.5, 10, 100, -0.25, 2 ** 40]);
export const text = (random: Random): string => random.pick(TEXTS);
export const date = (random: Random): Date => new Date(random.pick(DATES));

/** One value of any simple type. */
export function scalar(random: Random): unknown {
  switch (random.below(8)) {
    case 0:
      return null;
    case 1:
    case 2:
      return number(random);
    case 3:
    case 4:
      return text(random);
    case 5:
      return date(random);
    case 6:
      return random.once(2);
    default:
      return new ObjectId(random.pick(IDS));
  }
}

/** Like `scalar`, never null: for operators with which null means something else to mingo than to MongoDB. */
export function present(random: Random): unknown {
  for (;;) {
    const value = scalar(random);
    if (value !== null) return value;
  }
}

const small = (random: Random): unknown => random.pick<unknown>([1, 2, 3, 'x', 'y', 'z', true]);

/** A scalar, an object, or an array of scalars. */
export function mixed(random: Random): unknown {
  const kind = random.below(6);
  if (kind === 0) return { x: small(random), y: number(random) };
  if (kind === 1) return random.list(3, () => small(random));
  return scalar(random);
}

export const tags = (random: Random): unknown[] => random.list(4, () => small(random));

export const items = (random: Random): Document[] =>
  random.list(3, () => ({
    ...(!random.once(5) && { k: random.pick(['p', 'q', 'r']) }),
    ...(!random.once(5) && { v: number(random) }),
  }));

export const distinct = (random: Random): number[] => [1, 2, 3, 4, 5].filter(() => random.once(2));

/** Each field is missing now and then. */
const FIELDS: Record<string, (random: Random) => unknown> = {
  a: scalar,
  b: scalar,
  n: number,
  whole: (random) => random.below(20) - 5,
  s: text,
  d: date,
  m: mixed,
  o: (random) => (random.once(6) ? scalar(random) : { x: scalar(random), ...(random.once(2) && { y: 1 }) }),
  tags,
  items,
  set: distinct,
};

export function document(random: Random, id: number): Document {
  const result: Document = { _id: id };
  for (const [name, make] of Object.entries(FIELDS)) if (!random.once(6)) result[name] = make(random);
  return result;
}

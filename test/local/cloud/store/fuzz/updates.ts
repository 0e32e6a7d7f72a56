import type { Document } from '../../../../../local/cloud/store/index';
import { date, distinct, items, mixed, number, scalar, tags, text } from './documents';
import type { Random } from './random';

type Make = (random: Random) => Document;

const element = (random: Random): unknown => random.pick<unknown>([1, 2, 3, 'x', 'y', 'z', true]);

/** Lists only ever hold what `items` makes, so mingo and MongoDB agree on what is pulled from them. */
const UPDATES: Make[] = [
  (random) => ({ $set: { a: scalar(random) } }),
  (random) => ({ $set: { s: text(random), d: date(random) } }),
  (random) => ({ $set: { m: mixed(random) } }),
  (random) => ({ $set: { 'o.x': scalar(random) } }),
  (random) => ({ $set: { tags: tags(random), n: number(random) } }),
  (random) => ({ $set: { items: items(random) } }),
  (random) => ({ $set: { [`tags.${random.below(4)}`]: element(random) } }),
  (random) => ({ $set: { [`items.${random.below(2)}.v`]: number(random) } }),
  (random) => ({ $unset: { [random.pick(['a', 'b', 'n', 'o.x', 'tags', 'm', 'tags.1'])]: '' } }),
  (random) => ({ $inc: { n: number(random) } }),
  (random) => ({ $inc: { b: 1 }, $set: { s: text(random) } }),
  (random) => ({ $mul: { n: random.pick([2, 0.5, -1]) } }),
  (random) => ({ [random.pick(['$min', '$max'])]: { s: text(random) } }),
  (random) => ({ [random.pick(['$min', '$max'])]: { n: number(random), d: date(random) } }),
  (random) => ({ $push: { tags: element(random) } }),
  (random) => ({
    $push: { tags: { $each: [element(random), element(random)], $position: random.below(3) } },
  }),
  (random) => ({ $push: { items: { $each: items(random) } } }),
  (random) => ({ $addToSet: { set: random.below(7) } }),
  (random) => ({ $addToSet: { set: { $each: distinct(random) } } }),
  (random) => ({ $pull: { set: { [random.pick(['$gt', '$lt'])]: random.below(5) } } }),
  (random) => ({ $pull: { tags: element(random) } }),
  (random) => ({ $pull: { items: { k: random.pick(['p', 'q', 'r']) } } }),
  (random) => ({ $pullAll: { tags: [element(random), element(random)] } }),
  (random) => ({ $pop: { tags: random.pick([1, -1]) } }),
  () => ({ $rename: { b: 'a' } }),
  (random) => ({ $set: { 'tags.$[]': element(random) } }),
  (random) => ({ $set: { 'items.$[].v': number(random) } }),
  (random) => ({ $bit: { whole: { [random.pick(['and', 'or', 'xor'])]: random.below(16) } } }),
];

export const update = (random: Random): Document => random.pick(UPDATES)(random);

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyCollection, openApp } from './environment';

const app = await openApp();
const database = app.database();
const _ = database.command;
const people = await emptyCollection(database, 'conformance_operators');

await people.add([
  { _id: 'ann', age: 20, tags: ['a', 'b'], home: { floor: 1 }, born: new Date(0) },
  { _id: 'bob', age: 30, tags: ['b', 'c'], home: { floor: 2 }, born: new Date(1e12), note: 'Hello' },
  { _id: 'cat', age: 40, tags: [], home: { floor: 3 }, note: null },
  {
    _id: 'dan',
    age: 'old',
    marks: [
      { of: 'x', n: 1 },
      { of: 'y', n: 9 },
    ],
    note: 'help',
  },
]);

async function found(condition: object): Promise<string> {
  const { data } = await people.where(condition).orderBy('_id', 'asc').get();
  return data.map(({ _id }) => _id).join(' ');
}

const cases: [sentence: string, condition: object, ids: string][] = [
  ['eq finds equal values', { age: _.eq(30) }, 'bob'],
  ['neq finds the others, those without the field too', { age: _.neq(30) }, 'ann cat dan'],
  ['gt and lte compare values of one type only', { age: _.gt(20).and(_.lte(40)) }, 'bob cat'],
  ['gte and lt compare dates', { born: _.gte(new Date(0)).and(_.lt(new Date(1))) }, 'ann'],
  ['in finds any of the values', { age: _.in([20, 'old', 99]) }, 'ann dan'],
  ['nin finds none of the values', { age: _.nin([20, 30]) }, 'cat dan'],
  ['null finds null and missing', { note: null }, 'ann cat'],
  ['exists tells missing from null', { note: _.exists(true) }, 'bob cat dan'],
  ['exists(false) finds missing', { tags: _.exists(false) }, 'dan'],
  ['mod finds by remainder', { age: { $mod: [20, 0] } }, 'ann cat'],
  ['a value finds an array that has it', { tags: 'b' }, 'ann bob'],
  ['an array finds an equal array', { tags: ['a', 'b'] }, 'ann'],
  ['all finds arrays with all of them', { tags: _.all(['b', 'c']) }, 'bob'],
  ['size finds by length', { tags: _.size(0) }, 'cat'],
  ['elemMatch finds one element that satisfies all', { marks: _.elemMatch({ of: 'y', n: _.gt(5) }) }, 'dan'],
  ['elemMatch does not mix elements', { marks: _.elemMatch({ of: 'x', n: _.gt(5) }) }, ''],
  ['a dotted path reaches into objects', { 'home.floor': 2 }, 'bob'],
  ['a nested condition is a dotted path', { home: { floor: _.gte(2) } }, 'bob cat'],
  ['a dotted path reaches into arrays of objects', { 'marks.n': 9 }, 'dan'],
  ['or of whole conditions', _.or([{ age: 20 }, { note: 'Hello' }]), 'ann bob'],
  ['or of one field', { age: _.or(_.lt(25), _.gt(35)) }, 'ann cat'],
  ['and of whole conditions', _.and([{ age: _.gt(20) }, { age: _.lt(40) }]), 'bob'],
  ['nor finds what satisfies none', { age: _.nor(_.eq(20), _.eq(30)) }, 'cat dan'],
  ['not turns a condition round', { age: _.not(_.gte(30)) }, 'ann dan'],
  ['a regular expression matches text', { note: /^hel/ }, 'dan'],
  ['its i ignores case', { note: database.RegExp({ regexp: '^hel', options: 'i' }) }, 'bob dan'],
  ['an expression compares fields', { $expr: { $eq: ['$home.floor', 3] } }, 'cat'],
];

for (const [sentence, condition, ids] of cases) {
  test(sentence, async () => {
    assert.equal(await found(condition), ids);
    const { total } = await people.where(condition).count();
    assert.equal(total, ids === '' ? 0 : ids.split(' ').length);
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distance, onTheWay } from '../../../cloudfunctions/service/trip/on-the-way';

const matter = (id: string, building: string) => ({ id, title: id, word: '', building, homeAt: '' });
const ids = (ways: ReturnType<typeof onTheWay>) =>
  ways.map((way) => way.matters.map(({ id }) => id).join(''));

test('the same building goes together, then the next door, at most four; the most urgent leads [S60]', () => {
  const matters = [
    matter('a', '幸福小区 3 号楼'),
    matter('b', '和平小区2号楼'),
    matter('c', '幸福小区4号楼'),
    matter('d', '幸福小区3号楼'),
    matter('e', '幸福小区 3 号楼'),
    matter('f', '幸福小区 3 号楼'),
    matter('g', '幸福小区9号楼'),
  ];
  assert.deepEqual(ids(onTheWay(matters, 4)), ['adef', 'b', 'c', 'g']);
  assert.deepEqual(ids(onTheWay(matters.slice(0, 4), 4)), ['adc', 'b']);
});

test('buildings are next to each other by their number in the same row, and by nothing else', () => {
  assert.equal(distance('3号楼', '3 号楼'), 0);
  assert.equal(distance('3号楼', '4号楼'), 1);
  assert.equal(distance('幸福3号楼', '和平4号楼'), 2);
  assert.equal(distance('平房', '平房东头'), 2);
  assert.equal(distance('3号楼2单元', '4号楼2单元'), 2, 'two numbers: not guessed');
});

test('each matter lies on exactly one way, and no way is longer than allowed', () => {
  const building = fc.constantFrom('1号楼', '2号楼', '3号楼', '7号楼', '平房');
  fc.assert(
    fc.property(fc.array(building, { maxLength: 30 }), fc.integer({ min: 1, max: 6 }), (buildings, most) => {
      const matters = buildings.map((name, at) => matter(`m${at}`, name));
      const ways = onTheWay(matters, most);
      assert.ok(ways.every((way) => way.matters.length <= most));
      const all = ways.flatMap((way) => way.matters.map(({ id }) => id)).sort();
      assert.deepEqual(all, matters.map(({ id }) => id).sort());
    }),
  );
});

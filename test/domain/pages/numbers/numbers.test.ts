import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NumbersView } from '../../../../miniprogram/contract/numbers';
import { BEFORE, numbersLook } from '../../../../miniprogram/packages/numbers/numbers/numbers.view';

const NOW = Date.parse('2026-11-23T19:42:00+08:00');
const view: NumbersView = {
  at: NOW,
  totals: { solved: 37, open: 17, silent: 5, notDone: 3 },
  reasons: [{ why: 'declined', count: 3 }],
  weeks: [
    { from: '2026-11-16', solved: 6, open: 2 },
    { from: '2026-11-23', solved: 2, open: 2 },
  ],
  months: [{ from: '2026-11-01', solved: 8, open: 4 }],
  communities: [
    { id: 'jianguo', name: '建国社区', solved: 8 },
    { id: 'second', name: null, solved: null },
  ],
  categories: [
    { category: 'elder_care', solved: 8 },
    { category: 'errand', solved: null },
  ],
  lacking: [
    { category: 'wish', count: null },
    { category: 'errand', count: 6 },
  ],
  lackingClasses: [
    { track: 'practice', asking: 12 },
    { track: 'theory', asking: null },
  ],
  activities: 4,
  personTimes: 60,
  sample: true,
};

test('[P10] the picture of the weeks says the same in lines, and as one sentence to who listens [S73]', () => {
  const { course } = numbersLook(view, 'weeks', 7, NOW);
  assert.deepEqual(course?.drawing, {
    kind: 'columns',
    columns: [
      { word: '11/16', solved: 6, open: 2 },
      { word: '11/23', solved: 2, open: 2 },
    ],
  });
  assert.equal(course?.lines[0], '11月16日那周提的，办好了 6 件，还在办 2 件');
  for (const line of course?.lines ?? []) assert.ok(course?.label.includes(line), line);
  assert.deepEqual(
    numbersLook(view, 'weeks', 1, NOW).course?.lines,
    ['11月23日那周提的，办好了 2 件，还在办 2 件'],
    'the newest are kept',
  );
  assert.equal(numbersLook(view, 'months', 7, NOW).course?.lines[0], '11月提的，办好了 8 件，还在办 4 件');
});

test('a small group is never a number and has no length, an unknown community is a placeholder', () => {
  const { places, kinds } = numbersLook(view, 'weeks', 7, NOW);
  assert.deepEqual(places?.drawing, {
    kind: 'bars',
    bars: [
      { word: '建国社区', value: '8 件', count: 8 },
      { word: '社区二（名称待填写）', value: '不到 5 件', count: null },
    ],
  });
  assert.equal(places?.label, '条形图。建国社区：办好了 8 件；社区二（名称待填写）：办好了 不到 5 件');
  assert.equal(kinds?.lines.length, 1);
  assert.equal(numbersLook({ ...view, communities: [], weeks: [] }, 'weeks', 7, NOW).course, null);
});

test('what the street had before stands apart and is never added [S74]', () => {
  assert.deepEqual(
    BEFORE.map(({ value }) => value),
    ['400 余个', '1000 余', '200 余次', '10 余次', '25 人'],
  );
  const { figures, attended } = numbersLook(view, 'weeks', 7, NOW);
  assert.equal(figures[0]?.value, 37);
  assert.equal(attended, '上了 4\u00a0场课，来过、帮过 60\u00a0人次');
});

test('before the first count it says so', () => {
  assert.match(numbersLook({ ...view, at: null }, 'weeks', 7, NOW).counted, /还没数/);
});

test('which needs lack a helper or a class is said by kind, and a few are not counted out', () => {
  const { lacking, classes } = numbersLook(view, 'weeks', 7, NOW);
  assert.deepEqual(
    lacking.map(({ key, value }) => [key, value]),
    [
      ['wish', '不到 5 件'],
      ['errand', '6 件'],
    ],
  );
  assert.deepEqual(
    classes.map(({ word, value }) => [word, value]),
    [
      ['实践能力', '12 人'],
      ['理论政策', '不到 5 人'],
    ],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  classForm,
  classOf,
  NEW_CLASS,
  sayWhen,
  withWeek,
} from '../../../../miniprogram/packages/academic/components/fixed/fixed.view';
import { monthChoices, monthLook } from '../../../../miniprogram/packages/school/month/month.view';
import { CLASS } from '../../../proof/rows/plan';

test('when a fixed class is, as one says it [S30]', () => {
  assert.equal(sayWhen({ weekday: 3, weeks: [], start: '19:00' }), '每周三 19:00');
  assert.equal(sayWhen({ weekday: 7, weeks: [1, 3], start: '09:00' }), '头一个、第三个周日 09:00');
});

test('a class comes back into its form and out again unchanged; a form says what is wanting', () => {
  const shown = { ...CLASS, id: 'one', month: 12, name: '党员的权利', venueName: null };
  assert.deepEqual(classOf(classForm(shown)), CLASS);
  assert.equal(classOf(NEW_CLASS), '挑一类内容');
  assert.equal(classOf({ ...NEW_CLASS, area: 'spirit' }), '挑一门课，或先写个名');
  assert.equal(
    classOf({ ...NEW_CLASS, area: 'spirit', title: '党课', minutes: '5' }),
    '多少分钟，写 10 到 480 的数',
  );
  assert.deepEqual(withWeek([1, 3], 0), []);
  assert.deepEqual(withWeek([3], 1), [1, 3]);
  assert.deepEqual(withWeek([1, 3], 3), [1]);
});

test('the timetable begins its week on Monday, leaves out what is over, and names holidays [S30]', () => {
  const day = (date: number, weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7, holiday = '') => ({
    date: `2026-10-0${date}`,
    weekday,
    holiday,
    classes: [],
  });
  const look = monthLook(
    {
      year: 2026,
      month: 10,
      days: [day(1, 4, '国庆节'), day(2, 5, '国庆节'), day(3, 6)],
      count: 0,
      approved: false,
      phone: null,
    },
    '2026-10-02',
  );
  assert.equal(look.blanks.length, 3);
  assert.deepEqual(
    look.days.map(({ title, holiday }) => [title, holiday]),
    [['10 月 2 日 周五', '国庆节']],
  );
  assert.deepEqual(
    monthChoices('2026-12-03').map(({ value, word }) => [value, word]),
    [
      ['2026-12', '这个月'],
      ['2027-01', '1 月'],
      ['2027-02', '2 月'],
    ],
  );
});

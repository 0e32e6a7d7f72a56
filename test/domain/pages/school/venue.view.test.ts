import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sixHaves } from '../../../../cloudfunctions/school/venue/standards';
import { describedAs, nextAnswer } from '../../../../miniprogram/packages/school/venue/venue.view';

test('an answer of the self-check goes round: not checked, there, missing, not checked', () => {
  assert.deepEqual([nextAnswer(null), nextAnswer(true), nextAnswer(false)], [true, false, null]);
});

test('what the office typed is split and trimmed; a number of seats that is none is not sent', () => {
  const form = { id: 'main', place: ' ', access: '一楼， 有坡道,,厕所、', capacity: '', funding: '' };
  assert.deepEqual(describedAs(form), {
    place: null,
    access: ['一楼', '有坡道', '厕所'],
    capacity: null,
    funding: null,
  });
  assert.equal(describedAs({ ...form, capacity: '301' }), null);
  assert.equal(describedAs({ ...form, capacity: '40' })?.capacity, 40);
});

test('with nothing in the database none of the six is lit, and each says what is missing', () => {
  const dark = sixHaves({ facility: {}, funding: null }, { committee: 0, teachers: 0, classes: 0 });
  assert.ok(dark.every(({ lit, because }) => !lit && because !== ''));
});

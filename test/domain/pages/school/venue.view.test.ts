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
  const none = {
    committee: 0,
    posts: false,
    teachers: 0,
    year: 2026,
    planApproved: false,
    policies: { inForce: 0, all: 3 },
    classes: 0,
  };
  const dark = sixHaves({ facility: {}, funding: null }, none);
  assert.ok(dark.every(({ lit, because }) => !lit && because !== ''));
  const filled = {
    ...none,
    committee: 3,
    posts: true,
    teachers: 2,
    planApproved: true,
    policies: { inForce: 3, all: 3 },
  };
  const lit = sixHaves({ facility: {}, funding: '街道经费' }, filled).filter((one) => one.lit);
  assert.deepEqual(
    lit.map(({ have, because }) => [have, because]),
    [
      ['organisation', '校长、副校长定了，校务委员 3 位'],
      ['faculty', '讲师 2 位'],
      ['plan', '2026 年计划校务委员会定了，排上了 0 节课'],
      ['rules', '3 项制度都在用'],
      ['funding', '街道经费'],
    ],
  );
});

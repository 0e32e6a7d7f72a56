import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slotRows, toggled } from '../../../../miniprogram/lib/slots';
import { facultyLook } from '../../../../miniprogram/packages/school/faculty/faculty.view';
import {
  addOf,
  deskLook,
  NOBODY,
  sourcesOf,
} from '../../../../miniprogram/packages/school/teaching/teaching.view';

const NOW = Date.UTC(2026, 10, 23, 4);

test('the empty places are said as such, and no batch shows a name that nobody gave [S37]', () => {
  const look = facultyLook({
    teachers: [],
    places: [
      { engagement: 'part_time', target: 16, empty: 16 },
      { engagement: 'special', target: 13, empty: 13 },
    ],
  });
  assert.match(look.empty, /29 位的名单待填写/);
  assert.deepEqual(
    look.batches.map(({ title, sources }) => [title, sources.length]),
    [
      ['选聘一批', 4],
      ['邀请一批', 3],
      ['选派一批', 1],
    ],
  );
});

test('free hours are three rows of seven, said as people say them', () => {
  const rows = slotRows(['6-morning']);
  assert.deepEqual(
    rows.map(({ cells }) => cells.length),
    [7, 7, 7],
  );
  assert.deepEqual(
    rows.flatMap(({ cells }) => cells.filter(({ on }) => on)),
    [{ slot: '6-morning', on: true, label: '周六上午' }],
  );
  assert.deepEqual(toggled(toggled(['1-evening' as const], '6-morning'), '1-evening'), ['6-morning']);
});

test('somebody is added when everything is said, one thing asked after the other', () => {
  assert.equal(addOf(NOBODY), '写上怎么称呼');
  assert.equal(addOf({ ...NOBODY, name: '样例' }), '挑一批');
  assert.equal(sourcesOf('selected').length, 4);
  const whole = {
    name: ' 样例 ',
    batch: 'assigned' as const,
    source: sourcesOf('assigned')[0]?.value ?? '',
    engagement: 'special' as const,
    styles: [],
  };
  assert.deepEqual(addOf(whole), { ...whole, name: '样例' });
});

test('a class that does not fit says why beside it', () => {
  const look = deskLook(
    {
      id: 't',
      name: '样例讲师',
      batch: 'selected',
      source: '区级宣讲团',
      engagement: 'part_time',
      styles: [],
      appointed: false,
      ownerOrg: '',
      sharedWith: [],
      sample: true,
      consent: 'given',
      slots: ['6-morning'],
      thanks: [],
      classes: [{ id: 's', title: '样例课', startsAt: NOW, conflicts: ['not_free', 'busy'] }],
      next: ['withdraw', 'slots'],
    },
    NOW,
  );
  assert.equal(look.classes[0]?.wrong, '不在说好的空当里，跟另一节撞上了');
  assert.equal(look.slots, '周六上午');
});

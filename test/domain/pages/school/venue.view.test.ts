import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sixHaves } from '../../../../cloudfunctions/school/venue/standards';
import type { VenueCard } from '../../../../miniprogram/contract/school';
import { describedAs, nextAnswer } from '../../../../miniprogram/packages/school/venue/venue.view';
import { STREET, venuesLook } from '../../../../miniprogram/packages/school/venues/venues.view';

test('1+3+N stands under its three headings, one’s own community first; what the street has not said is a placeholder [S13] [S15] [S17]', () => {
  const card = (id: string, tier: VenueCard['tier'], communityId: string | null): VenueCard => ({
    id,
    name: id,
    alias: null,
    tier,
    communityId,
    place: null,
    access: [],
    capacity: null,
    sample: false,
  });
  const all = [
    card('main', 'main', null),
    card('a', 'branch', 'jianguo'),
    { ...card('b', 'branch', 'second'), access: ['一楼', '有坡道'], capacity: 40 },
    card('c', 'onsite', 'jianguo'),
  ];
  const names = [
    { id: 'jianguo', name: '建国社区' },
    { id: 'second', name: null },
  ];
  const street = venuesLook(all, STREET, 'second', names);
  assert.deepEqual(
    street.groups.map(({ title, lines }) => [title, lines.map(({ id }) => id)]),
    [
      ['主阵地', ['main']],
      ['社区教学点', ['b', 'a']],
      ['现场教学点', ['c']],
    ],
  );
  assert.deepEqual(
    street.communities.map(({ word }) => word),
    ['全街道', '建国社区'],
    'a community without a name is no choice',
  );
  const [near, far] = street.groups[1]?.lines ?? [];
  assert.deepEqual([near?.near, near?.sub], [true, '一楼、有坡道\u00a0· 40\u00a0座\u00a0· 地址待填写']);
  assert.equal(far?.sub, '地址、好不好进、几个座待填写');
  const nameless = all.map((one) => (one.id === 'a' || one.id === 'b' ? { ...one, name: null } : one));
  assert.deepEqual(
    venuesLook(nameless, STREET, null, names).groups[1]?.lines.map(({ title }) => title),
    ['建国社区教学点（名称待填写）', '社区教学点 2（名称待填写）'],
    'two without a name are told apart',
  );
  const here = venuesLook(all, 'jianguo', null, names);
  assert.deepEqual(
    here.groups.flatMap(({ lines }) => lines.map(({ id, near: own }) => [id, own])),
    [
      ['main', false],
      ['a', false],
      ['c', false],
    ],
    'the main venue is everybody’s',
  );
});

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
      ['plan', '定了 2026 年的计划，排上了 0 节课'],
      ['rules', '3 项制度都在用'],
      ['funding', '街道经费'],
    ],
  );
});

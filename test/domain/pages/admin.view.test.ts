import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chipsOf } from '../../../miniprogram/components/building-pick/building-pick.view';
import type { RoleChoice } from '../../../miniprogram/contract/role';
import { lineOf, quartersFrom, standIns } from '../../../miniprogram/packages/admin/grids/grids.view';
import { EMPTY_GRANT, grantLook, scopeOf } from '../../../miniprogram/packages/admin/roles/roles.view';

const choices: RoleChoice[] = [
  { role: 'auditor', second: true, places: [{ id: '*', name: '全街道' }] },
  {
    role: 'volunteer',
    second: false,
    places: [
      { id: 'jianguo', name: '建国社区' },
      { id: 'second', name: '社区（名称待填写）' },
    ],
  },
];

test('nothing is chosen beforehand; the only place is chosen by itself, one of several never', () => {
  assert.equal(
    grantLook(choices, EMPTY_GRANT).roles.some(({ on }) => on),
    false,
  );
  assert.equal(scopeOf(choices, { ...EMPTY_GRANT, role: 'auditor' }), '*');
  assert.equal(scopeOf(choices, { ...EMPTY_GRANT, role: 'volunteer' }), '');
  const form = { role: 'volunteer', scope: '', why: '愿意帮忙' } as const;
  assert.equal(grantLook(choices, form).ready, false);
  assert.equal(grantLook(choices, { ...form, scope: 'jianguo' }).ready, true);
  assert.equal(grantLook(choices, { ...form, scope: 'jianguo', why: ' ' }).ready, false, 'a reason is owed');
});

test('what a second administrator has to agree to is said before it is sent', () => {
  assert.match(grantLook(choices, { ...EMPTY_GRANT, role: 'auditor' }).says, /另一位管理员点了头才算/);
  assert.match(grantLook(choices, { ...EMPTY_GRANT, role: 'volunteer' }).says, /马上能用/);
});

test('quarters are written one a line and read back as they were', () => {
  const text = ' 样例小区：1 栋、2 栋，2 栋 \n\n样例南小区\n';
  const quarters = quartersFrom(text);
  assert.deepEqual(quarters, [
    { name: '样例小区', buildings: ['1 栋', '2 栋'] },
    { name: '样例南小区', buildings: [] },
  ]);
  assert.deepEqual(quartersFrom(quarters.map(lineOf).join('\n')), quarters);
});

test('buildings are those of the chosen quarter, and what is written in the field says which one it is', () => {
  const quarters = [
    { name: '甲小区', buildings: ['1 栋'] },
    { name: '乙小区', buildings: ['1 栋', '2 栋'] },
  ];
  assert.deepEqual(chipsOf(quarters, '', '').buildings, []);
  assert.deepEqual(
    chipsOf(quarters, '', '乙小区 2 栋').buildings.map(({ value, on }) => [value, on]),
    [
      ['乙小区 1 栋', false],
      ['乙小区 2 栋', true],
    ],
  );
  assert.deepEqual(
    chipsOf(quarters, '甲小区', '乙小区 2 栋').buildings.map(({ value }) => value),
    ['甲小区 1 栋'],
  );
});

test('who is away does not stand in for themselves, and nobody is offered twice', () => {
  const worker = (id: string) => ({ id, name: id, sample: true });
  const grid = (id: string, ...ids: string[]) => ({
    id,
    name: id,
    workers: ids.map(worker),
    covers: [],
    quarters: [],
  });
  const view = {
    communityId: 'c',
    communityName: 'c',
    communities: [],
    grids: [grid('north', 'a', 'b'), grid('south', 'b', 'c')],
  };
  assert.deepEqual(
    standIns(view, 'a').map(({ id }) => id),
    ['b', 'c'],
  );
});

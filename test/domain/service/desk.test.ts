import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../../cloudfunctions/core/calendar';
import { newPerson, type Person } from '../../../cloudfunctions/people/person/model';
import { helpersFor, standInsOf } from '../../../cloudfunctions/service/desk/helpers';
import { loadFrom } from '../../../cloudfunctions/service/desk/load';
import { newPlan } from '../../../cloudfunctions/service/grid/decide';
import type { GridPlan } from '../../../cloudfunctions/service/grid/model';
import type { Role } from '../../../miniprogram/contract/words';

const now = Date.UTC(2026, 11, 1, 4);
const someone = (id: string, role: Role, scope: string): Person => ({
  ...newPerson(id, null, now),
  sample: true,
  grants: [{ role, scope }],
});
const north: GridPlan = {
  ...newPlan({ id: 'jianguo-north', communityId: 'jianguo', name: '' }, now),
  name: '样例北片',
  quarters: [{ name: '样例小区', buildings: ['1 栋'] }],
};
const south = newPlan({ id: 'jianguo-south', communityId: 'jianguo', name: '' }, now);
const request = { communityId: 'jianguo', beneficiary: { building: '样例小区 1 栋' } };
const volunteer = someone('volunteer', 'volunteer', 'jianguo');
const ofNorth = someone('of-north', 'grid_worker', 'jianguo-north');
const ofSouth = someone('of-south', 'grid_worker', 'jianguo-south');
const names = new Map([['jianguo-north', '样例北片']]);

test('who looks after the building comes first, with that as the reason; then the grid, then who is willing', () => {
  const found = helpersFor([volunteer, ofSouth, ofNorth], request, { plans: [north, south], names, now });
  assert.deepEqual(
    found.map(({ id }) => id),
    ['of-north', 'of-south', 'volunteer'],
  );
  assert.equal(found[0]?.why, '这栋楼归他管（样例北片）');
  assert.match(found[1]?.why ?? '', /归他管$/);
  assert.match(found[2]?.why ?? '', /愿意帮忙$/);
});

test('who is away is not sent, and who covers says for whom, also from another community', () => {
  const far = someone('far', 'grid_worker', 'second-1');
  const cover = { key: 'k', awayId: 'of-north', coverId: 'far', from: now - DAY, to: now + DAY };
  const plans = [{ ...north, covers: [cover] }, south];
  assert.deepEqual(standInsOf(plans, 'jianguo', now), ['far']);
  assert.deepEqual(standInsOf(plans, 'jianguo', now + 2 * DAY), []);
  const found = helpersFor([ofNorth, ofSouth, far], request, { plans, names, now });
  assert.deepEqual(
    found.map(({ id, why }) => [id, why.includes('代班')]),
    [
      ['far', true],
      ['of-south', false],
    ],
  );
});

test('who holds no role that goes out is nobody to send', () => {
  assert.deepEqual(
    helpersFor([someone('d', 'dispatcher', 'jianguo')], request, { plans: [], names, now }),
    [],
  );
});

test('what is open is counted by where it stands, and what is late or nearly so beside that', () => {
  const heap = (desk: string, state: string, count: number, late = false, soon = false) => ({
    of: { desk, state, late, soon },
    count,
  });
  assert.deepEqual(
    loadFrom([
      heap('waiting', 'submitted', 3, false, true),
      heap('none', 'processing', 5, true),
      heap('none', 'dept_joined', 2, false, true),
      heap('replies', 'pending_long', 1),
    ]),
    { waiting: 3, underWay: 7, soon: 2, late: 5, replies: 1, pendingLong: 1, withDepartments: 2 },
  );
});

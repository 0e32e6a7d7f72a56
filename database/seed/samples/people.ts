import type { RoleGrant } from '../../../cloudfunctions/core/permissions';
import { roleKey } from '../../../cloudfunctions/core/permissions';
import { newPerson, type Person } from '../../../cloudfunctions/people/person/model';
import { newRoll } from '../../../cloudfunctions/people/role/decide';
import { type Roll, rollId, withHolding } from '../../../cloudfunctions/people/role/model';

/**
 * People for a demonstration: every one is called 样例 and marked as a sample, nobody is invented.
 * `key` is how the stage and the tests name them; the openid is `sample-KEY`.
 */
export interface SamplePerson {
  key: string;
  /** What the stage calls this holder. */
  label: string;
  name: string;
  elder: boolean;
  communityId: string;
  building: string;
  grants: readonly RoleGrant[];
}

export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  {
    key: 'elder',
    label: '居民 · 长者',
    name: '样例长者',
    elder: true,
    communityId: 'jianguo',
    building: '样例楼 1 栋',
    grants: [],
  },
  {
    key: 'resident',
    label: '居民',
    name: '样例居民',
    elder: false,
    communityId: 'jianguo',
    building: '样例楼 2 栋',
    grants: [],
  },
  {
    key: 'daughter',
    label: '异地的闺女',
    name: '样例闺女',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [],
  },
  {
    key: 'member',
    label: '党员',
    name: '样例党员甲',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'member', scope: 'jianguo' }],
  },
  {
    key: 'member-b',
    label: '党员（另一位）',
    name: '样例党员乙',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'member', scope: 'jianguo' }],
  },
  {
    key: 'host',
    label: '班主任',
    name: '样例班主任',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'host', scope: '*' }],
  },
  {
    key: 'grid',
    label: '网格员',
    name: '样例网格员',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'grid_worker', scope: 'jianguo-north' }],
  },
  {
    key: 'dispatcher',
    label: '社区受理员',
    name: '样例受理员',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'dispatcher', scope: 'jianguo' }],
  },
  {
    key: 'liaison',
    label: '部门联络员',
    name: '样例联络员',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'liaison', scope: 'heating' }],
  },
  {
    key: 'office',
    label: '教务',
    name: '样例教务',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'office', scope: '*' }],
  },
  {
    key: 'committee',
    label: '校务委员',
    name: '样例校务委员甲',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'committee', scope: '*' }],
  },
  {
    key: 'committee-b',
    label: '校务委员（另一位）',
    name: '样例校务委员乙',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'committee', scope: '*' }],
  },
  {
    key: 'auditor',
    label: '监督',
    name: '样例监督',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'auditor', scope: '*' }],
  },
  {
    key: 'admin',
    label: '系统管理员',
    name: '样例管理员甲',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'admin', scope: '*' }],
  },
  {
    key: 'admin-b',
    label: '系统管理员（另一位）',
    name: '样例管理员乙',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'admin', scope: '*' }],
  },
  {
    key: 'lead',
    label: '志愿服务队队长',
    name: '样例队长',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'team_lead', scope: 'scissors' }],
  },
  {
    key: 'teacher',
    label: '讲师',
    name: '样例讲师',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'teacher', scope: '*' }],
  },
  {
    key: 'storyteller',
    label: '银龄讲述人',
    name: '样例讲述人',
    elder: false,
    communityId: 'jianguo',
    building: '',
    grants: [{ role: 'storyteller', scope: '*' }],
  },
];

export const openidOf = (key: string) => `sample-${key}`;
export const personIdOf = (key: string) => `sample_${key}`;

export function samplePersons(now: number): Person[] {
  return SAMPLE_PEOPLE.map(({ key, name, elder, communityId, building, grants }) => ({
    ...newPerson(personIdOf(key), openidOf(key), now),
    name,
    elder,
    communityId,
    building,
    grants: [...grants],
    roleKeys: grants.map(roleKey),
    sample: true,
  }));
}

export function sampleAccounts(now: number): { _id: string; personId: string; createdAt: number }[] {
  return SAMPLE_PEOPLE.map(({ key }) => ({ _id: openidOf(key), personId: personIdOf(key), createdAt: now }));
}

/** Every power of the sample people stands on its roll, with nobody who has given it. */
export function sampleRolls(now: number): Roll[] {
  const found = new Map<string, Roll>();
  for (const { key, grants } of SAMPLE_PEOPLE)
    for (const grant of grants) {
      const power = { ...grant, personId: personIdOf(key) };
      const id = rollId(power.personId, power.role, power.scope);
      const roll = found.get(id) ?? { ...newRoll(power, now), sample: true };
      const holding = {
        ...power,
        state: 'held',
        askedBy: 'system',
        askedAt: now,
        since: now,
        confirmedBy: null,
      } as const;
      const entry = {
        rid: `sample:${key}`,
        at: now,
        by: 'system',
        command: 'grant',
        personId: power.personId,
        why: '样例',
      } as const;
      found.set(id, withHolding(roll, holding, entry));
    }
  return [...found.values()];
}

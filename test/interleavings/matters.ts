import type { InputOf } from '@contract/actions';
import type { RequestCommand } from '@contract/request-states';
import type { SubmitInput } from '@contract/submit';
import type { RequestKind } from '@contract/words';
import { DAY } from '../../cloudfunctions/core/calendar';
import { DEFAULT_SETTINGS } from '../../cloudfunctions/core/settings';
import { newPerson, type Person } from '../../cloudfunctions/people/person/model';
import type { Actor } from '../../cloudfunctions/service/request/actors';
import { requests } from '../../cloudfunctions/service/request/definition';
import type { ServiceRequest } from '../../cloudfunctions/service/request/model';
import { submitted } from '../../cloudfunctions/service/request/submit';
import { wish } from '../functions/wish';
import { publication } from '../proof/rows/scenes';

/** Everybody who has to do with a request, one or two of each: what only one may do, two can try. */
export const START = Date.parse('2026-11-23T09:00:00+08:00');

const person = (id: string, grants: Person['grants'] = []): Person => ({
  ...newPerson(id, null, START),
  name: `样例${id}`,
  communityId: 'jianguo',
  grants,
});
export const people: readonly Person[] = [
  person('elder'),
  person('member', [{ role: 'member', scope: 'jianguo' }]),
  person('grid', [{ role: 'grid_worker', scope: 'jianguo' }]),
  person('desk', [{ role: 'dispatcher', scope: 'jianguo' }]),
  person('desk-b', [{ role: 'dispatcher', scope: 'jianguo' }]),
  person('liaison', [{ role: 'liaison', scope: 'heating' }]),
];

/** Who could stand to a request as that. */
export function actorsAs(actor: Actor, { helperId, group }: ServiceRequest): readonly string[] {
  switch (actor) {
    case 'resident':
      return ['elder'];
    case 'claimer':
      return ['member', 'grid'];
    case 'dispatcher':
    case 'voice':
    case 'approver':
      return ['desk', 'desk-b'];
    case 'liaison':
      return ['liaison'];
    case 'helper':
      return helperId === null ? ['member', 'grid'] : [helperId];
    case 'companion':
      return group?.members.map(({ personId }) => personId) ?? [];
    case 'system':
      return [];
  }
}

/** As the elder has just told it. */
export function told(kind: RequestKind): ServiceRequest {
  const input: SubmitInput = { ...wish, kind };
  const request = submitted(
    {
      id: 'r1',
      no: '1123-TEST',
      input,
      screening: 'pass',
      beneficiary: { personId: 'elder', relation: 'self', name: '', phone: null, building: '', door: null },
      audio: null,
      sample: false,
    },
    {
      now: START,
      rid: 'elder:rid-submit',
      by: 'elder',
      who: { name: '您', role: '', sample: false },
      actors: new Set(['resident']),
      settings: DEFAULT_SETTINGS,
      invocation: 'run-0',
      occurredAt: null,
    },
  );
  return { ...request, wakeAt: requests.nextTimer(request, DEFAULT_SETTINGS) };
}

/** What each command is sent with: its input beside the id, at a moment. `which` draws between two helpers. */
export const INPUTS: {
  readonly [Command in RequestCommand]: (
    now: number,
    which: number,
  ) => Omit<InputOf<`request.${Command}`>, 'id'>;
} = {
  answer: () => ({ text: '周六' }),
  withdraw: () => ({}),
  confirm: () => ({ level: 5, words: '好' }),
  reopen: () => ({ words: '没剪齐', changePerson: true }),
  rate: () => ({ level: 4, words: '' }),
  publish: () => publication,
  dispatch: (_, which) => ({
    title: '楼道灯坏了',
    category: 'hazard',
    tier: 'normal',
    helperId: which % 2 === 0 ? 'grid' : 'member',
  }),
  ask: () => ({ text: '哪天方便？' }),
  decline: () => ({ reason: '社区办不了', whereTo: '街道窗口' }),
  refer: () => ({ reason: '归供热管', whereTo: '供热窗口', phone: '' }),
  convert: (_, which) => ({ kind: (['wish', 'errand', 'grid'] as const)[which % 3] ?? 'grid' }),
  merge: () => ({ into: 'r2' }),
  pass: () => ({ note: '' }),
  send_back: () => ({ note: '还有一层没亮' }),
  claim: (now, which) => ({ promisedFor: now + DAY, ...(which % 2 === 0 ? { company: 2 } : {}) }),
  team_up: () => ({}),
  step_out: () => ({}),
  contact: () => ({ note: '' }),
  accept: () => ({}),
  bounce: () => ({ reason: 'not_my_grid', note: '是南片的' }),
  entrust: () => ({ how: 'paper' }),
  take_papers: () => ({ papers: ['医保卡'] }),
  start: () => ({ note: '' }),
  progress: () => ({ note: '排上号了' }),
  hold: (now) => ({ reason: '等配件', until: now + DAY }),
  resume: () => ({ note: '' }),
  whistle: () => ({ departmentId: 'heating', note: '归供热管' }),
  join: () => ({ note: '明天来人' }),
  complete: () => ({ note: '换了新灯' }),
  hand_back: () => ({ note: '药送到了' }),
  deliver: () => ({ note: '剪好了' }),
  release: () => ({ reason: '临时有事' }),
  terminate: () => ({ reason: '药店停业' }),
  pend: (now) => ({ reason: '等改造', reviewAt: now + 30 * DAY }),
  close: () => ({ reason: '改造已列入计划' }),
  extend: (now) => ({ until: now + 9 * DAY, reason: '料没到' }),
  approve: () => ({}),
};

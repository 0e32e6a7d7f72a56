import { DAY, HOUR } from '../../../cloudfunctions/core/calendar';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import { requests } from '../../../cloudfunctions/service/request/definition';
import type { RequestEntry, ServiceRequest } from '../../../cloudfunctions/service/request/model';
import { settle } from '../../../cloudfunctions/service/request/settle';
import { submitted } from '../../../cloudfunctions/service/request/submit';
import { communityOf, NOW, ON_WALL, OWN, personOf, requestOf, staffOf } from '../street';

const COURSE = ['verifying', 'open', 'claimed', 'in_progress', 'delivered', 'confirmed', 'closed'] as const;

/** The last hundred hang on the wall, the hundred before them are helped with, then those that the desk has yet to read. */
const STAGES = [1, 3, 0];
/** What is in hand has the grid worker, or a member who is busy; of what is over each member did a few. */
function helperOf(n: number, size: number): string {
  if (size - n > 2 * ON_WALL) return personOf(Math.floor(n / OWN.few) * 10);
  return personOf(n % 9 === 0 ? staffOf('grid_worker', size) : (n % ON_WALL) * 10);
}

/** Of every other one the end is written. */
export function request(n: number, size: number): ServiceRequest {
  const left = size - n;
  const stage = STAGES[Math.floor((left - 1) / ON_WALL)] ?? COURSE.length - 1;
  const owner = personOf(Math.floor(n / OWN.requests));
  const helperId = helperOf(n, size);
  const createdAt = NOW - HOUR * left;
  const step = { now: createdAt, settings: DEFAULT_SETTINGS };
  const first = submitted(
    {
      id: requestOf(n),
      no: `${n}`,
      input: {
        kind: 'wish',
        text: '想剪头发，下不了楼，下午都在家',
        audio: null,
        category: null,
        beneficiary: { who: 'self' },
        communityId: communityOf(n),
        phone: '',
        building: '',
        door: '',
        when: '下午都在',
        occurredAt: null,
      },
      screening: 'pass',
      beneficiary: {
        personId: owner,
        relation: 'self',
        name: '',
        phone: null,
        building: '样例楼 1 栋',
        door: null,
      },
      audio: null,
      sample: true,
    },
    {
      ...step,
      rid: `${owner}:submit-${n}`,
      by: owner,
      who: { name: '您', role: '', sample: true },
      actors: new Set(['resident']),
      invocation: 'bench',
      occurredAt: null,
    },
  );
  const passed = COURSE.slice(1, stage + 1).map(
    (to, k): RequestEntry => ({
      rid: `step-${n}-${k}`,
      at: createdAt + k * HOUR,
      by: helperId,
      command: 'progress',
      from: COURSE[k] ?? 'verifying',
      to,
      says: '有人接着办，办到哪一步都会告诉您',
      who: '样**',
      occurredAt: null,
    }),
  );
  const state = COURSE[stage] ?? 'closed';
  const helped = stage >= 2;
  const doc = settle(
    {
      ...first,
      state,
      timeline: [...first.timeline, ...passed],
      version: passed.length + 1,
      title: '上门理发',
      publicText: '一位老人想剪头发，腿脚不便',
      category: 'elder_care',
      helper: helped
        ? {
            personId: helperId,
            line: { name: '样**', role: '党员', sample: true },
            at: createdAt,
            promisedFor: NOW + DAY,
          }
        : null,
      rating:
        state === 'closed' ? { solved: true, level: 5, words: '', at: createdAt, by: 'resident' } : null,
      maskedAt: state === 'closed' ? createdAt + HOUR : null,
      ...besides(n, left, createdAt),
      updatedAt: createdAt + passed.length * HOUR,
    },
    true,
    step,
  );
  return { ...doc, wakeAt: requests.nextTimer(doc, DEFAULT_SETTINGS) };
}

const CALL = { state: 'calling', cause: null, note: '', calledBy: null, reminded: false } as const;
const URBAN = { id: 'urban', name: '城管部门（样例）', joined: true };

/** What some have besides: a department, a group that still has room, a question to a second person, a call that is due. */
function besides(n: number, left: number, since: number): Partial<ServiceRequest> {
  const inHand = left > ON_WALL && left <= 2 * ON_WALL;
  if (inHand && n % 7 === 0) return { department: URBAN };
  if (inHand && n % 7 === 1) return { group: { most: 3, members: [] } };
  if (inHand && n % 7 === 2) return { maxAskedBy: personOf(1) };
  // Of what has just come to an end.
  if (left <= STAGES.length * ON_WALL || left > (STAGES.length + 1) * ON_WALL) return {};
  if (n % 7 === 0) return { rectify: { ...CALL, since, dueAt: NOW + DAY } };
  if (n % 7 === 1) return { check: { state: 'waiting', recordedBy: personOf(1), checkedBy: null, note: '' } };
  return n % 7 === 2 ? { appeal: { state: 'open', plea: '没听清', reason: '', at: since } } : {};
}

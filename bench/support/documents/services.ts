import { DAY, dayOf, HOUR } from '../../../cloudfunctions/core/calendar';
import type { Complaint } from '../../../cloudfunctions/people/complaint/model';
import type { Activity } from '../../../cloudfunctions/service/activity/model';
import type { Nomination } from '../../../cloudfunctions/service/award/model';
import type { Danger } from '../../../cloudfunctions/service/danger/model';
import type { Registration } from '../../../cloudfunctions/service/dual/model';
import type { Notice } from '../../../cloudfunctions/service/notice/model';
import type { Share } from '../../../cloudfunctions/service/share/model';
import type { Trip } from '../../../cloudfunctions/service/trip/model';
import { base } from '../../../database/seed/base';
import { ageOf, COMING, communityOf, NOW, OWN, personOf, staffOf } from '../street';

/** What stands around the matters: everything but the last ones is over. */

const OPEN = 30;
const LINE = { name: '样**', role: '街坊', sample: true };
const isOpen = (n: number, size: number): boolean => size - n <= OPEN;
/** A few of each to every busy person. */
const ownerOf = (n: number): string => personOf(Math.floor(n / OWN.few));

const sampleOf = (id: string, at: number, people: string[]) => ({ ...base(id, at), people, sample: true });

export function trip(n: number, size: number): Trip {
  const open = isOpen(n, size);
  const visitorId = personOf(
    open && n % 2 === 0 ? staffOf('grid_worker', size) : Math.floor(n / OWN.few) * 10,
  );
  const at = open ? NOW + HOUR : ageOf(n, size) - DAY;
  const household = ownerOf(n);
  return {
    ...sampleOf(`trip${n}`, at, [visitorId, household]),
    visitorId,
    who: LINE,
    writes: 'neighbour',
    communityId: communityOf(n),
    state: open ? 'planned' : 'ended',
    day: dayOf(at),
    at,
    stops: [
      {
        key: 'stop',
        requestId: null,
        title: '样例楼 1 栋',
        building: '样例楼 1 栋',
        households: [household],
      },
    ],
    records: [],
    told: true,
  };
}

/** One an hour, as the classes are; three came to each that is over. */
export function activity(n: number, size: number): Activity {
  const startsAt = NOW + HOUR * (n - size + COMING) + HOUR / 2;
  const coming = startsAt > NOW;
  const who = [personOf((n * 7) % size), personOf(Math.floor(n / 4))];
  return {
    ...sampleOf(`activity${n}`, startsAt - 3 * DAY, who),
    title: '给老邻居理发',
    text: '在楼下给老邻居理发',
    kind: 'comfort',
    project: 'sunset',
    teamId: n % 2 === 0 ? 'scissors' : 'wish',
    team: { id: 'scissors', name: '金剪刀' },
    place: '样例楼 1 栋',
    bring: [],
    startsAt,
    endsAt: startsAt + HOUR,
    state: coming ? 'open' : 'ended',
    shelf: coming ? 'coming' : 'past',
    places: 8,
    open: 8 - who.length,
    volunteers: who.map((personId, seat) => ({
      personId,
      seat: `place-${n}-${seat}`,
      name: '样**',
      at: startsAt - 2 * DAY,
      hours: coming ? null : { state: 'certified', minutes: 60, words: '', certifiedAt: startsAt + DAY },
    })),
    cancelled: '',
  };
}

const ON_THE_WAY = ['nominated', 'verifying', 'committee', 'publicity', 'objection'] as const;

export function nomination(n: number, size: number): Nomination {
  const open = isOpen(n, size);
  const at = ageOf(n, size);
  const owner = ownerOf(n);
  return {
    ...sampleOf(`nomination${n}`, at, [owner]),
    kind: 'volunteer',
    fields: [],
    communityId: communityOf(n),
    nominatorId: owner,
    name: '样例街坊',
    words: '每周替楼上的老人买菜',
    state: open ? (ON_THE_WAY[n % ON_THE_WAY.length] ?? 'nominated') : 'commended',
    story: '每周替楼上的老人买菜',
    consent: 'spoken',
    verifiedBy: null,
    note: '',
    voices: [],
    until: null,
    objections: [],
    reason: '',
    decidedAt: open ? null : at,
    courseId: null,
  };
}

export function complaint(n: number, size: number): Complaint {
  const open = isOpen(n, size);
  const at = ageOf(n, size);
  return {
    ...sampleOf(`complaint${n}`, at, [ownerOf(n)]),
    timeline: [],
    code: `bench${n}`,
    subject: 'service',
    words: '等到下午',
    state: open ? 'received' : 'closed',
    anonymous: false,
    channel: 'self',
    communityId: communityOf(n),
    barred: [],
    answer: open ? '' : '说好了，下回上午来',
    answeredAt: open ? null : at + DAY,
    promisedFor: open ? NOW + DAY : null,
    turn: open ? (n % 3 === 2 ? 'auditor' : 'desk') : 'none',
  };
}

export function danger(n: number, size: number): Danger {
  const open = isOpen(n, size);
  const at = ageOf(n, size);
  return {
    ...sampleOf(`danger${n}`, at, []),
    kind: 'medical',
    word: '胸口疼',
    personId: ownerOf(n),
    who: '样**',
    hasPhone: true,
    communityId: communityOf(n),
    saidAt: at,
    late: false,
    open,
    called: open ? null : { at: at + HOUR, by: '样**', note: '' },
    reads: [],
  };
}

const OFFERED = ['skill', 'thing', 'promise'] as const;

export function share(n: number, size: number): Share {
  const open = isOpen(n, size);
  return {
    ...sampleOf(`share${n}`, ageOf(n, size), [ownerOf(n)]),
    kind: OFFERED[n % OFFERED.length] ?? 'thing',
    text: '会修收音机',
    who: LINE,
    ownerId: ownerOf(n),
    no: `${n}`,
    until: open ? NOW + DAY : null,
    open,
  };
}

export function registration(n: number, size: number): Registration {
  return {
    ...sampleOf(`registration${n}`, ageOf(n, size), [personOf(n)]),
    here: isOpen(n, size),
    unit: '',
    skills: ['repair'],
    free: ['weekend'],
    likes: ['comfort'],
  };
}

export function notice(n: number, size: number): Notice {
  return {
    ...sampleOf(`notice${n}`, ageOf(n, size), []),
    timeline: [],
    title: '惠民菜站',
    text: '周六上午在广场',
    until: isOpen(n, size) ? NOW + DAY : NOW - DAY,
    communityId: null,
    shown: isOpen(n, size),
  };
}

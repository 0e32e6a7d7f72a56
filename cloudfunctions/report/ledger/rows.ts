import {
  ACTIVITY_KINDS,
  type Category,
  CHANNELS,
  GRID_TOPICS,
  PAIR_DIRECTIONS,
  PROGRAMS,
  RATING_LEVELS,
  REQUEST_KINDS,
  SERVICE_CATEGORIES,
  VISIT_OUTCOMES,
} from '@contract/words';
import { clockOf, dayOf } from '../../core/calendar';
import { communityName } from '../../people/community/list';
import { maskedName } from '../../people/person/show';
import type { HomeLesson } from '../../school/home-lesson/model';
import type { Session } from '../../school/session/model';
import { HOURS_STATES } from '../../service/activity/export';
import type { Activity } from '../../service/activity/model';
import type { ServiceRequest } from '../../service/request/model';
import type { Trip } from '../../service/trip/model';

/** Lines of the ledger, pure. Never a telephone, a doorplate or somebody's own words; names masked (workflows 10.3). */
export type Row = Readonly<Record<string, string | number>>;

const CATEGORIES: Readonly<Record<Category, string>> = { ...SERVICE_CATEGORIES, ...GRID_TOPICS };

const mark = (sample: boolean) => (sample ? '样例' : '');
const yes = (is: boolean) => (is ? '是' : '');

const HOW = {
  poster: '扫海报',
  rotating: '扫现场码',
  roster: '班主任点名',
  digits: '报四位数',
  paper: '纸质补录',
} as const;

export function classRow(session: Session): Row {
  const { startsAt, endsAt, program, title, venueName, communityId, hostName, capacity, holders } = session;
  return {
    day: dayOf(startsAt),
    from: clockOf(startsAt),
    until: clockOf(endsAt),
    kind: PROGRAMS[program],
    title,
    place: venueName ?? '',
    community: communityId === null ? '' : communityName(communityId),
    host: hostName,
    places: capacity,
    signed: holders.length,
    came: holders.filter(({ arrived }) => arrived !== undefined).length,
    state: session.state === 'cancelled' ? '取消' : session.shelf === 'past' ? '办完' : '还没办',
    sample: mark(session.sample),
  };
}

export function activityRow(activity: Activity): Row {
  const { startsAt, endsAt, kind, title, place, team, places, volunteers } = activity;
  return {
    day: dayOf(startsAt),
    from: clockOf(startsAt),
    until: clockOf(endsAt),
    kind: ACTIVITY_KINDS[kind],
    title,
    place,
    community: '',
    host: team.name ?? '',
    places,
    signed: volunteers.length,
    came: volunteers.filter(({ hours }) => hours !== null && hours.state !== 'absent').length,
    state: activity.state === 'cancelled' ? '取消' : activity.shelf === 'past' ? '办完' : '还没办',
    sample: mark(activity.sample),
  };
}

export function rosterRows({ startsAt, title, venueName, holders, sample }: Session): Row[] {
  return holders.map(({ name, arrived }) => ({
    day: dayOf(startsAt),
    title,
    place: venueName ?? '',
    name: maskedName(name, sample),
    came: yes(arrived !== undefined),
    time: arrived === undefined ? '' : clockOf(arrived.at),
    how: arrived === undefined ? '' : HOW[arrived.how],
    reason: arrived?.reason ?? '',
    sample: mark(sample),
  }));
}

export function lessonRow(lesson: HomeLesson): Row {
  return {
    day: lesson.at === null ? '' : dayOf(lesson.at),
    direction: PAIR_DIRECTIONS[lesson.direction],
    elder: lesson.oldLine.name,
    visitor: lesson.youngLine.name,
    community: communityName(lesson.communityId),
    hours: lesson.state === 'confirmed' ? lesson.hours : 0,
    how: wayOf(lesson),
    confirmed: lesson.confirmedAt === null ? '' : dayOf(lesson.confirmedAt),
    request: yes(lesson.requestId !== null),
    sample: mark(lesson.sample),
  };
}

/** What came back on paper is marked as such wherever it is shown; the elder's signature is their word. */
function wayOf({ paper, state }: HomeLesson): string {
  if (paper !== undefined) return paper.signed ? '纸上补录，有签字' : '纸上补录';
  return state === 'recorded' || state === 'confirmed' ? '手机上记的' : '';
}

/** The title only once the desk has written it: before that it is the resident's own words. */
export function matterRow(request: ServiceRequest): Row {
  const { rating, open } = request;
  const category = request.category === null ? '还没分' : CATEGORIES[request.category];
  const word = rating === null ? '还没说' : rating.solved ? '办好了' : '没解决';
  return {
    no: request.no,
    day: dayOf(request.createdAt),
    kind: REQUEST_KINDS[request.kind],
    title: request.publicText === '' ? category : request.title,
    category,
    channel: CHANNELS[request.channel],
    community: communityName(request.communityId),
    // Somebody's own matter names nobody: who they are stands with the person, not with it.
    person: maskedName(request.beneficiary.name, request.sample) || '本人',
    helper: request.helper?.line.name ?? '',
    state: open ? '在办' : '办完',
    word,
    level: rating === null || rating.level === null ? '' : RATING_LEVELS[rating.level],
    sample: mark(request.sample),
  };
}

export function visitRows(trip: Trip): Row[] {
  return trip.records.map(({ stop, outcome, requestId }) => ({
    day: trip.day,
    community: communityName(trip.communityId),
    who: trip.who.name,
    what: trip.stops.find(({ key }) => key === stop)?.requestId ? '上门办事' : '敲门问需',
    outcome: VISIT_OUTCOMES[outcome],
    request: yes(requestId !== null),
    sample: mark(trip.sample),
  }));
}

export function hoursRows({ startsAt, team, kind, title, volunteers, sample }: Activity): Row[] {
  return volunteers.flatMap(({ name, hours }) =>
    hours === null
      ? []
      : [
          {
            day: dayOf(startsAt),
            team: team.name ?? '',
            kind: ACTIVITY_KINDS[kind],
            title,
            name: maskedName(name, sample),
            minutes: hours.minutes,
            state: HOURS_STATES[hours.state],
            certified: hours.certifiedAt === null ? '' : dayOf(hours.certifiedAt),
            sample: mark(sample),
          },
        ],
  );
}

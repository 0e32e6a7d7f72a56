import type { PersonLine } from '@contract/people';
import { filesGone } from '../../core/attachment';
import type { Teacher } from '../../school/faculty/model';
import { type HomeLesson, NO_COLUMNS } from '../../school/home-lesson/model';
import { commandsOf, decidePair } from '../../school/pair/decide';
import type { Pair } from '../../school/pair/model';
import type { Stop } from '../../school/route/model';
import type { Session } from '../../school/session/model';
import { tellOffers } from '../../school/session/notices';
import { leave as leaveSeat, type SeatRules } from '../../school/session/seats';
import { actorsOf, step as walkStep } from '../../school/walk/decide';
import type { Walk } from '../../school/walk/model';
import type { Activity } from '../../service/activity/model';
import { leave as leavePlace } from '../../service/activity/places';
import type { Nomination } from '../../service/award/model';
import type { Share } from '../../service/share/model';
import type { RollEntry } from '../role/model';
import { holdingOf, type Roll, withHolding } from '../role/model';

/**
 * What records that belong to several people say of one who was erased: their part goes, the others'
 * stays, and what they were expected at goes to the next. The random id stays, and leads nowhere. Pure.
 */
export interface Forgetting {
  personId: string;
  rid: string;
  now: number;
  invocation: string;
}

const nameless = (line: PersonLine): PersonLine => ({ ...line, name: line.role });

export function pairWithout(pair: Pair, { personId, rid, now, invocation }: Forgetting): Pair {
  // Of the three ways out at most one is open to them.
  const way = commandsOf(pair, personId).find(
    (one) => one === 'end' || one === 'take_back' || one === 'refuse',
  );
  const ended = way === undefined ? pair : decidePair(pair, way, { now, rid, by: personId, invocation });
  return {
    ...ended,
    oldLine: pair.oldId === personId ? nameless(pair.oldLine) : pair.oldLine,
    youngLine: pair.youngId === personId ? nameless(pair.youngLine) : pair.youngLine,
  };
}

/** What was written of an elder's home is the elder's; a voice is whose it is: the visitor's. */
export function lessonWithout(lesson: HomeLesson, what: Forgetting): HomeLesson {
  const { personId, now, rid } = what;
  const files = lesson.audio === null ? [] : [lesson.audio.fileId];
  const gone = files.length === 0 ? [] : [filesGone(`${lesson._id}:${rid}`, files, what)];
  const over = { ...lesson, audio: null, effects: [...lesson.effects, ...gone] };
  // A visit to nobody, or by nobody, does not take place.
  const waits = lesson.state === 'suggested' || lesson.state === 'scheduled' || lesson.state === 'visiting';
  const ended: HomeLesson = waits ? { ...over, state: 'cancelled', enteredAt: now } : over;
  if (lesson.oldId !== personId) return { ...ended, youngLine: nameless(lesson.youngLine) };
  return { ...ended, oldLine: nameless(lesson.oldLine), columns: NO_COLUMNS, corrected: null };
}

export function walkWithout(walk: Walk, { personId, rid, now, invocation }: Forgetting): Walk {
  const actors = actorsOf(walk, personId, false);
  const called =
    walk.open && actors.has('booker')
      ? walkStep(walk, 'cancel', actors, { now, rid, by: personId, invocation })
      : walk;
  return { ...called, group: '', reason: '' };
}

export function activityWithout(activity: Activity, { personId, rid, now }: Forgetting): Activity {
  if (activity.state === 'open' && now < activity.startsAt)
    return leavePlace(activity, { rid, now, by: personId });
  return {
    ...activity,
    volunteers: activity.volunteers.map((one) =>
      one.personId === personId
        ? { ...one, name: '志愿者', hours: one.hours === null ? null : { ...one.hours, words: '' } }
        : one,
    ),
  };
}

export function sessionWithout(
  session: Session,
  { personId, rid, now, invocation }: Forgetting,
  rules: SeatRules,
): Session {
  const left =
    session.state === 'open' && now < session.startsAt
      ? tellOffers(session, leaveSeat(session, { rid, now, by: personId, rules }), invocation, now)
      : session;
  const renamed = <One extends { personId: string; name: string }>(all: readonly One[]) =>
    all.map((one) => (one.personId === personId ? { ...one, name: '学员' } : one));
  return {
    ...left,
    holders: renamed(left.holders).map((one) =>
      one.personId === personId && one.correction
        ? { ...one, correction: { ...one.correction, words: '' } }
        : one,
    ),
    queue: renamed(left.queue),
    offers: renamed(left.offers),
    ...(left.stewards === undefined
      ? {}
      : { stewards: left.stewards.filter((one) => one.personId !== personId) }),
    ...(left.topics === undefined ? {} : { topics: left.topics.filter((one) => one.personId !== personId) }),
  };
}

/** The praised person is somebody else: the sentence is the nominator's and goes, the story is public by consent. */
export function nominationWithout(nomination: Nomination, { personId }: Forgetting): Nomination {
  return nomination.nominatorId === personId ? { ...nomination, words: '' } : nomination;
}

/** Nobody is taught by a name that was taken back; past classes keep what they were called. */
export function teacherWithout(teacher: Teacher): Teacher {
  return { ...teacher, name: '讲师', consent: 'withdrawn', accountId: null, people: [], slots: [] };
}

export function stopWithout(stop: Stop, { personId }: Forgetting): Stop {
  if (stop.tellerId !== personId) return stop;
  return { ...stop, consent: 'withdrawn', tellerId: null, invitation: null, people: [] };
}

export function shareWithout(share: Share): Share {
  return { ...share, text: '', who: nameless(share.who), open: false };
}

/** Who was erased holds nothing any more; that they held it stays on the trail, under a random id. */
export function rollWithout(roll: Roll, { personId, rid, now }: Forgetting): Roll {
  const holding = holdingOf(roll, personId);
  if (holding?.state !== 'held' && holding?.state !== 'proposed') return roll;
  const entry: RollEntry = { rid, at: now, by: 'system', command: 'revoke', personId, why: '本人注销了' };
  return withHolding(roll, { ...holding, state: 'revoked', since: null }, entry);
}

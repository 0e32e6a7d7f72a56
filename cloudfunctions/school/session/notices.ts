import { PROGRAM_TEMPLATES } from '@contract/programs';
import type { Effect } from '../../core/aggregate';
import { sayTime } from '../../core/calendar';
import { promise } from '../../core/effects';
import { hears } from './group';
import type { Offer, Session } from './model';

/** What people are told when a session changes, as effects of the update that changed it; pure. */

const PAGE = '/packages/school/session/session?id=';

export function tell(
  session: Session,
  to: string,
  key: string,
  title: string,
  text: string,
  by: string,
  now: number,
): Effect {
  const data = { to, template: 'class', title, text, link: `${PAGE}${session._id}`, urgent: false };
  return promise(`${session._id}:${key}:${to}`, 'notify', data, by, now);
}

/** Everyone who has been offered a seat by this change is told, with the deadline. */
export function tellOffers(before: Session, after: Session, invocation: string, now: number): Session {
  const fresh = after.offers.filter((offer) => !before.offers.some((old) => sameOffer(old, offer)));
  if (fresh.length === 0) return after;
  const effects = fresh.map((offer) => {
    const text = `《${after.title}》给您留了一座，留到${sayTime(offer.until, now)}。去不去，点进来说一声`;
    return tell(after, offer.personId, `offer:${offer.until}`, '有座了', text, invocation, now);
  });
  return { ...after, effects: [...after.effects, ...effects] };
}

/** Whoever let an offer pass in silence hears that the seat went on. */
export function tellLapsed(before: Session, after: Session, invocation: string, now: number): Session {
  const gone = before.offers.filter(
    (offer) =>
      offer.until <= now &&
      !after.offers.some((left) => sameOffer(left, offer)) &&
      !after.holders.some((holder) => holder.personId === offer.personId),
  );
  if (gone.length === 0) return after;
  const effects = gone.map((offer) =>
    tell(
      after,
      offer.personId,
      `lapsed:${offer.until}`,
      '座让给下一位了',
      `《${after.title}》没等到您回话，座先让给下一位。还想来，再排一回`,
      invocation,
      now,
    ),
  );
  return { ...after, effects: [...after.effects, ...effects] };
}

/** @param known it had been published, so that who teaches it reckons with it */
export function tellCancelled(
  session: Session,
  reason: string,
  known: boolean,
  invocation: string,
  now: number,
): Session {
  const others = [...session.offers, ...session.queue].map(({ personId }) => personId);
  const effects = [...new Set([...session.holders.map(hears), ...others])].map((to) =>
    tell(
      session,
      to,
      'cancelled',
      '这节课不上了',
      `${sayTime(session.startsAt, now)}的《${session.title}》不上了：${reason}`,
      invocation,
      now,
    ),
  );
  const told = { ...session, effects: [...session.effects, ...effects] };
  if (!known) return told;
  const text = `《${session.title}》不上了：${reason}`;
  const back = promise(
    `${session._id}:unserve`,
    'unserve_orders',
    { courseId: session.courseId, sessionId: session._id },
    invocation,
    now,
  );
  const withOrders = { ...told, effects: [...told.effects, back] };
  return toldTeacher(withOrders, 'cancelled', '这节课不上了', text, invocation, now);
}

/** Who teaches and who hosts hear that it stands; those who wished for it are told by the course. */
export function tellPublished(session: Session, invocation: string, now: number): Session {
  const text = `${sayTime(session.startsAt, now)}在${session.venueName ?? '教学点'}，《${session.title}》排上了`;
  const data = {
    courseId: session.courseId,
    sessionId: session._id,
    startsAt: session.startsAt,
    venueName: session.venueName,
    signUpAt: session.state === 'open' ? null : (session.signUpAt ?? null),
  };
  const effects = [promise(`${session._id}:serve`, 'serve_orders', data, invocation, now)];
  if (PROGRAM_TEMPLATES[session.program].atStation) {
    const { courseId, venueId, venueName, startsAt, title } = session;
    const tour = { sessionId: session._id, courseId, venueId, venueName, startsAt, title };
    effects.push(promise(`${session._id}:tour`, 'tell_stations', tour, invocation, now));
  }
  const served = { ...session, effects: [...session.effects, ...effects] };
  return toldStaff(served, 'published', '课排上了', text, invocation, now);
}

/** Everybody keeps what they have; who cannot come then gives it back with one tap. */
export function tellPostponed(session: Session, invocation: string, now: number): Session {
  const moved = session.postponed;
  if (moved === undefined) return session;
  const from = `${sayTime(moved.from, now)}的《${session.title}》`;
  const to = moved.undecided ? '改日子，时间待定' : `改到${sayTime(session.startsAt, now)}`;
  const head = `${from}${to}：${moved.reason}`;
  const key = `moved:${moved.at}:${moved.undecided ? 'open' : session.startsAt}`;
  const told = (to: string, text: string) =>
    tell(session, to, key, '课改日子了', `${head}。${text}`, invocation, now);
  const texts = new Map<string, string>();
  for (const { personId } of session.queue) texts.set(personId, '您还排着');
  for (const { personId, until } of session.offers)
    texts.set(personId, moved.undecided ? '给您留的座还留着' : `给您留的座，留到${sayTime(until, now)}`);
  for (const one of session.holders) texts.set(hears(one), '座给您留着，来不了点进来退一下');
  const effects = [...texts].map(([to, text]) => told(to, text));
  const after = { ...session, effects: [...session.effects, ...effects] };
  return toldStaff(after, key, '课改日子了', head, invocation, now);
}

/** @param moment the reminder that is due: each is one message */
export function tellReminded(session: Session, moment: number, invocation: string, now: number): Session {
  const text = `${sayTime(session.startsAt, now)}在${session.venueName ?? '教学点'}，《${session.title}》。座给您留着，来不了点进来退一下`;
  const people = [...new Set(session.holders.map(hears))];
  const effects = people.map((to) =>
    tell(session, to, `remind:${moment}`, '快上课了', text, invocation, now),
  );
  return { ...session, effects: [...session.effects, ...effects] };
}

function toldStaff(
  session: Session,
  key: string,
  title: string,
  text: string,
  invocation: string,
  now: number,
): Session {
  const { hostId } = session;
  const host = hostId === null ? [] : [tell(session, hostId, `${key}:host`, title, text, invocation, now)];
  const told = { ...session, effects: [...session.effects, ...host] };
  return toldTeacher(told, key, title, text, invocation, now);
}

function toldTeacher(
  session: Session,
  key: string,
  title: string,
  text: string,
  invocation: string,
  now: number,
): Session {
  if (session.teacherId === undefined) return session;
  const data = { teacherId: session.teacherId, title, text };
  const effect = promise(`${session._id}:${key}:teacher`, 'tell_teacher', data, invocation, now);
  return { ...session, effects: [...session.effects, effect] };
}

/** The host hears that somebody came and was not counted. */
export function tellAsked(session: Session, invocation: string, now: number): Session {
  const asking = session.holders.filter((one) => one.correction?.answer === null).length;
  if (session.hostId === null || asking === 0) return session;
  const text = `《${session.title}》有 ${asking} 位说来了没登上，看看名单，回一句`;
  const data = {
    to: session.hostId,
    template: 'class',
    title: '有人来了没登上',
    text,
    link: `/packages/office/console/console?id=${session._id}`,
    urgent: false,
  };
  const effect = promise(`${session._id}:asked:${asking}:${now}`, 'notify', data, invocation, now);
  return { ...session, effects: [...session.effects, effect] };
}

export function tellCorrected(session: Session, to: string, invocation: string, now: number): Session {
  const answer = session.holders.find((one) => one.personId === to)?.correction?.answer;
  if (!answer) return session;
  const word = answer.words === '' ? '' : `：${answer.words}`;
  const text = `《${session.title}》${answer.granted ? '给您补上了' : '没补上'}${word}`;
  const title = answer.granted ? '到场补上了' : '到场没补上';
  const effect = tell(session, to, 'corrected', title, text, invocation, now);
  return { ...session, effects: [...session.effects, effect] };
}

/** Who was asked to help at the door hears where; told once, however often they are asked. */
export function tellSteward(session: Session, to: string, invocation: string, now: number): Session {
  const text = `${sayTime(session.startsAt, now)}的《${session.title}》，班主任请您在门口帮着点到。点进来就能点，下课自己收回`;
  const effect = tell(session, to, `steward:${session.startsAt}`, '请您帮着点到', text, invocation, now);
  return { ...session, effects: [...session.effects, effect] };
}

const sameOffer = (one: Offer, other: Offer) => one.personId === other.personId && one.until === other.until;

import type { NextMatter } from '@contract/people';
import type { SessionCard } from '@contract/school';
import type { RequestCard } from '@contract/service';
import type { ComingVisit } from '@contract/trip';
import { DAY, sayTime } from '../core/calendar';

/** What stands before somebody. */
export interface Before {
  /** What waits for their word, newest first. */
  owed: readonly RequestCard[];
  /** Newest first. */
  open: readonly RequestCard[];
  /** Soonest first. */
  classes: readonly SessionCard[];
  visits: readonly ComingVisit[];
}

/**
 * The one matter that needs this person next (visual.md 12.1): who comes to the door today, an answer they owe, a seat that waits
 * for their word, a class today, then the newest news. Pure.
 */
export function nextMatter(
  { owed: [owed], open: [newest], classes, visits: [visit] }: Before,
  now: number,
): NextMatter | null {
  // A class that was called off or put off asks for no answer.
  const offered = classes.find((one) => one.mine.is === 'offered' && one.state === 'open');
  const today = classes.find(
    (one) =>
      one.mine.is === 'seated' &&
      one.state !== 'cancelled' &&
      one.state !== 'postponed' &&
      one.startsAt - now < DAY &&
      one.endsAt > now,
  );
  if (visit) {
    const whose = visit.forWhom === '' ? '您家' : `${visit.forWhom}家`;
    return {
      kind: 'visit',
      title: visit.title === '' ? `今天有人到${whose}敲门` : visit.title,
      sentence: `${visit.who.role}${visit.who.name === visit.who.role ? '' : visit.who.name}，${sayTime(visit.at, now)} 前后到${whose}`,
      tag: '今天上门',
      tone: 'pine',
      link: '/packages/service/coming/coming',
      action: '看敲门码',
    };
  }
  if (offered?.mine.is === 'offered') {
    return {
      kind: 'offer',
      title: offered.title,
      sentence: `有座了，留到${sayTime(offered.mine.until, now)}。去不去？`,
      tag: '等您一句话',
      tone: 'red',
      link: `/packages/school/session/session?id=${offered.id}`,
      action: '去说一声',
    };
  }
  if (owed) return ofRequest(owed, '说一句');
  if (today) {
    return {
      kind: 'class',
      title: today.title,
      sentence: `${sayTime(today.startsAt, now)}，座给您留着`,
      tag: '有您的座',
      tone: 'pine',
      link: `/packages/school/session/session?id=${today.id}`,
      action: '看看在哪上',
    };
  }
  return newest ? ofRequest(newest, '看看办到哪了') : null;
}

function ofRequest(request: RequestCard, action: string): NextMatter {
  return {
    kind: 'request',
    title: request.title,
    sentence: request.sentence,
    tag: request.word,
    tone: request.tone === 'plain' ? 'frost' : request.tone,
    link: `/packages/service/request/request?id=${request.id}`,
    action,
  };
}

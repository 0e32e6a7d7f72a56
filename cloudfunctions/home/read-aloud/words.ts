import type { NextMatter } from '@contract/people';
import type { SessionCard } from '@contract/school';
import type { RequestCard, RequestView } from '@contract/service';
import type { ComingVisit } from '@contract/trip';
import { clockOf, sayTime } from '../../core/calendar';
import { STATE_WORDS } from '../../service/request/words';

/**
 * What is read aloud. It leaves the street for a provider, and whoever stands beside the phone hears it: made of closed
 * words, times and the school's own titles; no name, no words that somebody typed, no telephone, door or 敲门码. Pure.
 */

const said = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part) => `${part}。`)
    .join('');

/** 今天下午 3 点半: a voice reads a clock's colon badly. */
export function timeAloud(time: number, now: number): string {
  const [day = ''] = sayTime(time, now).split(' ');
  const [hour = 0, minute = 0] = clockOf(time).split(':').map(Number);
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上';
  const past = minute === 0 ? '' : minute === 30 ? '半' : ` ${minute} 分`;
  return `${day}${part} ${hour > 12 ? hour - 12 : hour} 点${past}`;
}

type Matter = Pick<RequestView, 'state' | 'stage' | 'word' | 'forWhom' | 'lines' | 'next'>;

export function requestAloud({ state, stage, word, forWhom, lines, next }: Matter): string {
  const whose = forWhom === '' ? '您这件事' : '您帮着说的这件事';
  const { waits } = STATE_WORDS[state];
  if (stage === 'done') return said(`${whose}，${word}`);
  if (stage === 'ended') return said(`${whose}，${word}`, waits);
  return said(
    `${whose}，${word}`,
    lines.who === null ? '' : `${lines.who.role}在办`,
    lines.whenText === waits ? waits : `说好${lines.whenText}办`,
    next.includes('answer') ? '社区想问您的话，写在这一页上' : '',
    next.includes('confirm') ? '办好没有，点下面红色的按钮说一句' : '有话要问，就打电话',
  );
}

export function sessionAloud(card: SessionCard, now: number): string {
  const { title, state, venue, startsAt, undecided } = card;
  if (state === 'cancelled') return said(title, '这节课不上了', '您不用做什么，换了日子再告诉您');
  const where = venue.name === null ? '' : `，在${venue.name}`;
  const when = undecided === true ? '改日子了，定下来告诉您' : `${timeAloud(startsAt, now)}${where}`;
  return said(title, when, seatAloud(card, now));
}

function seatAloud({ mine, endsAt, state }: SessionCard, now: number): string {
  switch (mine.is) {
    case 'seated':
      return now < endsAt ? '座给您留好了，来不了退一下就行' : '这节课上完了';
    case 'attended':
      return '已经给您点上了';
    case 'waiting':
      return `座满了，您排第 ${mine.place} 位，有座了告诉您`;
    case 'offered':
      // Put off, the deadline sleeps until there is a day.
      return state === 'postponed'
        ? '有座给您留着，定了日子再问您'
        : `有座了，给您留到${timeAloud(mine.until, now)}，去不去，点下面的按钮说一声`;
    case 'none':
      return '';
  }
}

/** A matter's card without what somebody typed. */
export function cardAloud(card: RequestCard, state: RequestView['state']): RequestCard {
  return { ...card, title: '', sentence: STATE_WORDS[state].waits };
}

/** A visit without names, and without what it is for. */
export function visitAloud(visit: ComingVisit): ComingVisit {
  return {
    ...visit,
    who: { ...visit.who, name: visit.who.role },
    title: '',
    forWhom: visit.forWhom === '' ? '' : '您惦记的老人',
  };
}

/** @param matter chosen of `cardAloud` and `visitAloud`; `null`: nothing waits. */
export function homeAloud(matter: NextMatter | null): string {
  if (matter === null) return said('眼下没有等您的事', '家里有事，点一下按住说话，说一句就行');
  switch (matter.kind) {
    case 'visit':
      return said(matter.sentence, '对上敲门码，再开门');
    case 'request':
      return said(`您交的事，${matter.tag}`, matter.sentence);
    case 'class':
    case 'offer':
      return said(matter.title, matter.sentence);
    case 'desk':
      return said(matter.sentence);
  }
}

/** 今天谁要来. @param visits as `visitAloud` makes them */
export function comingAloud(visits: readonly ComingVisit[], now: number): string {
  if (visits.length === 0) return said('今天没有人说要来', '有人敲门说是社区的，先别开，打社区电话问一声');
  const [first, second] = visits;
  const one = ({ who, at, forWhom }: ComingVisit) =>
    `${who.role}，${timeAloud(at, now)}前后，到${forWhom === '' ? '您' : forWhom}家`;
  return said(
    first === undefined ? '' : one(first),
    second === undefined ? '' : one(second),
    visits.length > 2 ? `一共来 ${visits.length} 趟` : '',
    '先对敲门码，对上了再开门',
    '不想让人来，打社区电话说一声',
  );
}

/** How many titles are said: more than three nobody keeps in mind. */
const TITLES = 3;
/** A title that is longer would crowd out how to order. */
const LONGEST_TITLE = 20;

export function menuAloud(titles: readonly string[]): string {
  if (titles.length === 0) return said('眼下没有能点的课', '想学啥，打电话跟我们说');
  const few = titles.slice(0, TITLES).filter((title) => [...title].length <= LONGEST_TITLE);
  return said(
    `有 ${titles.length} 门课能点`,
    few.length === 0 ? '' : `排在前头的是${few.join('、')}`,
    '想学哪门，就点它下面的点这门，都点好了，点最底下红色的按钮',
    '打电话点课也行',
  );
}

export const CONFIRM_ALOUD = said(
  '您说的话，写在最上头',
  '说得对，就点最底下红色的按钮，交上去',
  '不对，就点重说',
  '不收费，不用拍照片',
);

/** The line that fits stands first on that page, whatever happened: one sentence for every danger. */
export const DANGER_ALOUD = said(
  '别慌，这样的事不排队',
  '点最上头那一条白的，就打电话',
  '电话通了，先说在哪，再说咋了',
);

import type { SessionCommand, SessionView } from '../../../contract/school';
import { CLASSROOM_BRANDS, METHODS, PROGRAMS } from '../../../contract/words';
import { countedWords, SESSION_STATES, type Tone } from '../../../lib/labels';
import { cohortWord } from '../../../lib/schedule-line';
import { seatCodeOf } from '../../../lib/seat-code';
import { type SessionLine, seatWord, sessionLine } from '../../../lib/session-line';
import { teacherWord } from '../../../lib/teacher';
import { joined, known, steady } from '../../../lib/text';
import { dayTime, span, spoken } from '../../../lib/time';

/** More seats than this are a sentence, not a drawing (visual.md section 5). */
const DRAWN = 20;

/** 学用接力 begins this long before the end, ms. */
const RELAY_MS = 30 * 60_000;

/** The word on the one red button. */
const MAIN: Partial<Record<SessionCommand, string>> = {
  take: '占一座',
  wait: '排队',
  accept: '我去',
  check_in: '到场登记',
};

export interface SessionLook {
  id: string;
  title: string;
  tags: { word: string; tone: Tone }[];
  sample: boolean;
  when: string;
  spoken: string;
  place: string;
  access: string;
  status: { word: string; tone: Tone };
  /** What this reader has, in a sentence; '' when they have nothing. */
  mine: string;
  mineNote: string;
  steps: string[];
  drawn: boolean;
  seats: SessionView['seats'];
  left: number;
  seated: boolean;
  seatsSentence: string;
  elderNote: string;
  host: string;
  teacher: string;
  bringText: string;
  agenda: string[];
  echoes: { text: string; icon: string; tone: Tone }[];
  alternatives: SessionLine[];
  main: SessionCommand | '';
  mainWord: string;
  second: 'pass' | '';
  topics: SessionView['topics'];
  /** What this reader has proposed, '' for nothing. */
  ownTopic: string;
  propose: string;
  canTakeBack: boolean;
  /** 我来了，没登上 */
  canCorrect: boolean;
  canLeave: boolean;
  /** 给支部占几座 */
  canGroup: boolean;
  canGiveBack: boolean;
  guests: { seat: string; name: string; arrived: boolean; number: string }[];
  /** What the reader's own code at the door says, '' while there is nothing to check in to. */
  seatCode: string;
  /** 帮着点到: this reader was asked to help at the door. */
  keepsDoor: boolean;
  /** What 支部一起来 starts with, '' when never said. */
  branch: string;
  /** Why it is on another day, '' when it is not. */
  moved: string;
  canRemind: boolean;
  /** Who was there may thank when it is over (S38). */
  canThank: boolean;
  isHost: boolean;
  /** The last half hour and afterwards: what was learnt can be put to use. */
  relay: boolean;
  roundtable: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function sessionLook(view: SessionView, now: number): SessionLook {
  const main =
    (['accept', 'check_in', 'take', 'wait'] as const).find((command) => view.next.includes(command)) ?? '';
  const mine = view.mine;
  return {
    id: view.id,
    title: view.title,
    tags: [
      { word: PROGRAMS[view.program], tone: 'red' },
      ...(view.cohort === undefined ? [] : [{ word: cohortWord(view.cohort), tone: 'plain' as const }]),
      { word: METHODS[view.method], tone: 'plain' },
      ...(view.brand === null ? [] : [{ word: CLASSROOM_BRANDS[view.brand], tone: 'plain' as const }]),
    ],
    sample: view.sample,
    when: view.undecided === true ? '时间待定' : span(view.startsAt, view.endsAt, now),
    spoken: steady(
      `${view.undecided === true ? '时间待定' : spoken(view.startsAt, now)}，在${known(view.venue.name)}`,
    ),
    place: known(view.venue.name),
    access: joined(
      view.venueDetail.access.join('，') || '几楼、坡道待填写',
      view.familyWelcome && '家属能一起来',
    ),
    status: view.state === 'open' ? seatWord(view) : SESSION_STATES[view.state],
    mine: mineSentence(view, now),
    mineNote: mineNote(view, now),
    seatCode:
      view.next.includes('check_in') && view.seatNumber !== undefined ? seatCodeOf(view.seatNumber) : '',
    steps:
      mine.is === 'waiting' && !isOver(view, now)
        ? [
            '前面有人退了，就轮到您',
            '有座了给您发消息，留 4 个钟头，夜里不算',
            '来不了不用管，座会让给下一位',
          ]
        : [],
    drawn: !isOver(view, now) && view.seats.capacity <= DRAWN && view.program === 'roundtable_37c',
    seats: view.seats,
    left: view.left,
    seated: view.state !== 'cancelled' && (mine.is === 'seated' || mine.is === 'attended'),
    seatsSentence: isOver(view, now) ? overSentence(view) : seatsSentence(view),
    elderNote: isOver(view, now) ? '' : elderNote(view, now),
    host: view.host?.name ?? '待填写',
    teacher: teacherWord(view.teacher),
    bringText: view.bring.join('，') || '人来就行',
    agenda: view.agenda,
    echoes: view.echoes.map(({ text, done, reason }) => ({
      text: reason === null ? text : `${text}：${reason}`,
      icon: done ? 'check-circle-filled' : 'time-filled',
      tone: done ? 'pine' : 'millet',
    })),
    alternatives: view.alternatives.map((card) => sessionLine(card, now)),
    main,
    mainWord: main === '' ? '' : (MAIN[main] ?? ''),
    second: view.next.includes('pass') ? 'pass' : '',
    topics: view.topics,
    ownTopic: view.topics.find(({ own }) => own)?.text ?? '',
    propose: !view.next.includes('propose')
      ? ''
      : view.topics.some(({ own }) => own)
        ? '换个说法'
        : '提个议题',
    canTakeBack: view.next.includes('take_back'),
    canCorrect: view.next.includes('ask_correction'),
    canLeave: view.next.includes('leave'),
    canGroup: view.next.includes('take_group'),
    canGiveBack: view.next.includes('give_back'),
    guests: view.guests ?? [],
    branch: view.branch ?? '',
    keepsDoor: view.next.includes('keep_door'),
    moved: movedWord(view, now),
    canThank: mine.is === 'attended' && now >= view.endsAt,
    canRemind: !isOver(view, now) && (mine.is === 'seated' || mine.is === 'waiting'),
    isHost: view.next.includes('roster'),
    roundtable: view.program === 'roundtable_37c',
    relay: view.state !== 'cancelled' && view.state !== 'postponed' && now >= view.endsAt - RELAY_MS,
  };
}

function movedWord({ postponed, undecided, state }: SessionView, now: number): string {
  if (postponed === undefined || state === 'cancelled') return '';
  const to = undecided === true ? '改日子了，定下来告诉您' : '改到这天了';
  return `原来是${dayTime(postponed.from, now)}，${to}：${postponed.reason}`;
}

const OVER: readonly SessionView['state'][] = ['ended', 'archived'];

function mineSentence(view: SessionView, now: number): string {
  const { mine, correction } = view;
  // Whatever somebody had there, a class that does not take place comes first.
  if (view.state === 'cancelled') return '这节课不上了';
  if (mine.is === 'seated' && correction !== null)
    return correction.answer === null ? '跟班主任说了：您来了，没登上' : '班主任看了，没补上';
  if (mine.is === 'seated' && OVER.includes(view.state)) return '名单上有您，到场没登上';
  switch (mine.is) {
    case 'seated':
      return '座给您留好了';
    case 'attended':
      return '已经给您点上了';
    case 'waiting':
      return `您排第 ${mine.place} 位`;
    case 'offered':
      // Put off, the deadline sleeps until there is a day.
      return view.state === 'postponed'
        ? '有座给您留着，定了日子再问您'
        : `有座了，留到${dayTime(mine.until, now)}。去不去？`;
    case 'none':
      return '';
  }
}

function mineNote(view: SessionView, now: number): string {
  const { mine, state, correction, next, seatNumber, missedToEnd } = view;
  if (state === 'cancelled') return '您不用做什么，换了日子再告诉您';
  if (mine.is === 'seated' && correction !== null)
    return correction.answer === null ? '班主任看了，给您回一句' : correction.answer.words;
  if (mine.is === 'seated' && OVER.includes(state)) {
    const says =
      missedToEnd === true ? '没登上不通报。连着两回没来，下回候补排最后' : '没登上不记什么，不通报';
    return next.includes('ask_correction') ? `${says}。来了的，说一声就补` : says;
  }
  if (mine.is === 'waiting' && mine.last === true)
    return '前两回给您留了座，人没来，这回先让别人。就这一回，有空座照样坐';
  if (next.includes('check_in') && seatNumber !== undefined)
    return `手机不方便，跟门口的人报座号 ${seatNumber} 就行`;
  if (mine.is === 'seated') return seatedNote(view, now);
  if (mine.is === 'attended') return `${countedWords(mine.how, view.countedBy)}只为点清人数，不排名，不通报`;
  return '';
}

/** 开课前 3h 可退 (workflows 2.9): in time others can still come; later it is worth saying all the same. */
function seatedNote({ lateFrom, startsAt, undecided, missedToEnd }: SessionView, now: number): string {
  if (undecided === true || now >= startsAt) return '来不了退一下，不用写理由';
  const counts = missedToEnd === true ? '。退了就不算没来' : '';
  return now < lateFrom
    ? `来不了退一下，不用写理由。${dayTime(lateFrom, now)}前退，别人来得及补上${counts}`
    : `快开课了，来不了也能退，座马上给下一位，不记什么${counts}`;
}

/** Empty chairs of a class that is over are nobody's business any more. */
const isOver = ({ state, endsAt, undecided }: SessionView, now: number): boolean =>
  state === 'cancelled' || OVER.includes(state) || (now >= endsAt && undecided !== true);

/** Of one that was cancelled the sentence above says it already. */
const overSentence = ({ state }: SessionView): string => (state === 'cancelled' ? '' : '这节课上完了');

function seatsSentence(view: SessionView): string {
  const { capacity, taken, held } = view.seats;
  const asked = held > 0 ? `，${held} 座在等人回话` : '';
  if (view.left > 0) return `一共 ${capacity} 座，还有 ${view.left} 座${asked}`;
  // One line in large letters; with seats kept for elders it is not full for everybody.
  if (taken >= capacity)
    return `${capacity} 座都满了${view.waiting === 0 ? '' : `，排着 ${view.waiting} 位`}`;
  return `一共 ${capacity} 座，坐下 ${taken} 位${asked}，${view.waiting} 位在候补`;
}

function elderNote({ seats }: SessionView, now: number): string {
  if (seats.elderFree === 0 || seats.elderUntil === null) return '';
  return `给长者留着 ${seats.elderFree} 座，留到${dayTime(seats.elderUntil, now)}，没人坐再放开。您自己说是长者就算`;
}

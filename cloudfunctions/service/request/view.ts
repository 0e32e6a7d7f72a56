import type { AudioView, HistoryLine, RequestView, Withheld } from '@contract/service';
import type { Attachment } from '../../core/attachment';
import { sayTime } from '../../core/calendar';
import { rectifyView } from '../rating/view';
import { type Actor, barred } from './actors';
import { requestCard } from './cards';
import { companionLines } from './group';
import type { KnockCode } from './knock-code';
import type { ServiceRequest } from './model';
import { nextCommands } from './next-commands';
import type { Reading } from './reading';
import { STATE_WORDS, wordForOthers } from './words';
import { workView } from './work-view';

/** Views made for the reader; a document never leaves as it is. */

export function requestView(request: ServiceRequest, reading: Reading): RequestView {
  const words = STATE_WORDS[request.state];
  const whole = requestCard(request);
  const card = {
    ...whole,
    ...(reading.actors.has('resident') ? {} : { word: wordForOthers(request.state) }),
    ...(goesAlong(reading) ? { sentence: words.waits } : {}),
  };
  const works =
    reading.actors.has('dispatcher') || reading.actors.has('helper') || reading.actors.has('liaison');
  return {
    ...card,
    state: request.state,
    version: request.version,
    text: reading.hears ? request.text : '',
    publicText: request.publicText,
    audio: reading.hears ? audioView(request, reading) : null,
    category: request.category,
    channel: request.channel,
    lines: {
      who: request.helper?.line ?? null,
      where: reading.goesOn === '' ? card.sentence : `并到一起的那件：${reading.goesOn}`,
      when: request.open ? request.dueAt : null,
      whenText: whenText(request, words.waits, reading.now),
      call: { label: `${reading.communityName}座机`, phone: reading.communityPhone },
      visitor: reading.visitor,
    },
    history: goesAlong(reading) ? [] : request.timeline.map((entry) => historyLine(entry, reading)),
    rating: ratingFor(request, reading),
    knock: knocking(request, reading),
    next: nextCommands(request, reading.actors, reading.readerId).filter(
      (command) => !barred(reading.bond, command),
    ),
    companions: companionLines(request),
    rectify: rectifyView(request, reading.actors),
    question: request.question,
    item: request.item ?? null,
    campaign: request.campaign ?? null,
    child:
      reading.hears && request.child != null
        ? { nickname: request.child.nickname, age: request.child.age }
        : null,
    shopping: reading.hears ? (request.shopping ?? null) : null,
    receipt: receiptView(request, reading),
    work: works ? workView(request, reading) : null,
  };
}

/** Who goes along is told by who claimed it: not what was said, nor where (帮帮团). */
export const goesAlong = ({ actors }: Pick<Reading, 'actors'>): boolean =>
  actors.has('companion') && !actors.has('dispatcher') && !actors.has('resident');

/** The household, who comes, and the desk that is telephoned by a household in doubt. */
function knocking(
  request: ServiceRequest,
  { actors, concerned, readerId, knock }: Reading,
): KnockCode | null {
  const comes = request.helperId === readerId;
  return concerned && (comes || actors.has('resident') || actors.has('dispatcher')) ? knock : null;
}

function whenText(request: ServiceRequest, waits: string, now: number): string {
  const promised = request.helper?.promisedFor ?? null;
  if (request.open && promised !== null && (request.state === 'claimed' || request.state === 'in_progress')) {
    return `${sayTime(promised, now).split(' ')[0]}前`;
  }
  return waits;
}

/** Sentences are written to the household: where one begins with 您, everybody else reads of 人家. */
function historyLine(
  { at, says, who, occurredAt }: ServiceRequest['timeline'][number],
  { actors }: Reading,
): HistoryLine {
  if (actors.has('resident')) return { at, text: says, who, occurredAt };
  return { at, text: says.replace(/^您/, '人家'), who: who === '您' ? '本人' : who, occurredAt };
}

/** Whoever does the work does not read what was said of it (workflows 2.4 ④). */
function ratingFor(request: ServiceRequest, reading: Reading): RequestView['rating'] {
  if (request.rating === null) return null;
  const { solved, level, words, at } = request.rating;
  const judged = request.helperId === reading.readerId;
  return { solved, level: judged ? null : level, words: judged && solved ? '' : words, at };
}

function audioView(request: ServiceRequest, reading: Reading): AudioView | null {
  if (request.audio === null) return null;
  const own = request.operatorId === reading.readerId;
  const heard = request.audio.check === 'pass' || own || reading.actors.has('dispatcher');
  return {
    url: heard ? reading.audioUrl : null,
    seconds: request.audio.seconds,
    waiting: request.audio.check === 'waiting',
    heard: request.audio.heard === true,
    withheld: own || reading.actors.has('dispatcher') ? withheldOf(request.audio) : null,
  };
}

/** Whoever sent it up and the desk see it at once, the household when the check has said yes. */
function receiptView({ receipt }: ServiceRequest, { actors, receiptUrl }: Reading): RequestView['receipt'] {
  if (receipt == null || !mayRead(actors)) return null;
  const passed = receipt.check === 'pass';
  const before = actors.has('helper') || actors.has('dispatcher');
  const waiting = receipt.check === 'waiting';
  return {
    url: passed || before ? receiptUrl : null,
    waiting,
    shown: passed,
    withheld: before ? withheldOf(receipt) : null,
  };
}

const withheldOf = ({ check }: Attachment): Withheld | null =>
  check === 'pass' || check === 'waiting' ? null : check;

const mayRead = (actors: ReadonlySet<Actor>): boolean =>
  actors.has('resident') || actors.has('helper') || actors.has('dispatcher');

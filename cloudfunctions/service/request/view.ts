import type { VisitorView } from '@contract/portrait';
import type {
  AudioView,
  HistoryLine,
  RequestCard,
  RequestCommand,
  RequestView,
  TaskCard,
  WishCard,
  WorkView,
} from '@contract/service';
import { CHANNELS, REQUEST_KINDS } from '@contract/words';
import { DAY, sayTime } from '../../core/calendar';
import { allowed } from '../../core/machine';
import type { Bond } from '../../people/family/model';
import { maskedName } from '../../people/person/show';
import { rectifyView } from '../rating/view';
import { type Actor, barred } from './actors';
import type { Alike } from './alike';
import { companionLines, placesLeft } from './group';
import type { KnockCode } from './knock-code';
import { MACHINES } from './machines';
import type { AnyCommand, ServiceRequest, SystemCommand } from './model';
import { wasAsked } from './outcomes';
import { STATE_WORDS, wordForOthers } from './words';

/** Views made for the reader; a document never leaves as it is. */

const SYSTEM: ReadonlySet<AnyCommand> = new Set<SystemCommand>([
  'unanswered',
  'fall_back',
  'return',
  'unconfirmed',
  'file',
]);

export interface Reading {
  actors: ReadonlySet<Actor>;
  /** False for who has just handed it back: the reply says that it was done, and no more. */
  concerned: boolean;
  /** Reads and hears the words themselves. */
  hears: boolean;
  /** The bond by which a relative reads. */
  bond: Bond | null;
  readerId: string | null;
  /** 李** 大娘 and the like; '' where this reader may not know. */
  person: string;
  communityName: string;
  communityPhone: string | null;
  audioUrl: string | null;
  alike: readonly Alike[];
  /** How the one stands into which this was merged; '' otherwise. */
  goesOn: string;
  knock: KnockCode | null;
  visitor: VisitorView | null;
  receiptUrl: string | null;
  now: number;
}

export function nextCommands(
  request: ServiceRequest,
  actors: ReadonlySet<Actor>,
  readerId: string | null,
): RequestCommand[] {
  const commands = allowed(MACHINES[request.kind], request.state, actors);
  const mine = commands.filter(
    (command): command is RequestCommand =>
      !SYSTEM.has(command) && isLeft(request, command, actors, readerId),
  );
  // Who does it does not judge it; what was asked once is not asked again.
  return request.helperId === readerId
    ? mine.filter((command) => command !== 'confirm' && command !== 'reopen' && command !== 'rate')
    : mine;
}

/** Once is enough: a question, a putting off, and one's own button for what was entrusted. */
function isLeft(
  request: ServiceRequest,
  command: AnyCommand,
  actors: ReadonlySet<Actor>,
  readerId: string | null,
): boolean {
  if (command === 'ask') return !wasAsked(request);
  if (command === 'extend') return request.extended !== true;
  if (command === 'approve') return actors.has('approver');
  if (command === 'team_up')
    return placesLeft(request) > 0 && request.helperId !== readerId && !actors.has('companion');
  return true;
}

export function requestCard(request: ServiceRequest): RequestCard {
  const words = STATE_WORDS[request.state];
  const last = request.timeline.at(-1);
  return {
    id: request._id,
    no: request.no,
    kind: request.kind,
    title: request.title,
    stage: words.stage,
    word: words.word,
    tone: words.tone,
    sentence: last?.says ?? words.waits,
    at: request.updatedAt,
    forWhom: forWhom(request),
    sample: request.sample,
  };
}

/** As whoever raised it calls them; somebody whom we know ourselves is shown as 张**. */
function forWhom({ beneficiary, sample }: ServiceRequest): string {
  if (beneficiary.relation === 'self') return '';
  return beneficiary.personId === null ? beneficiary.name : maskedName(beneficiary.name, sample);
}

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
    history: goesAlong(reading) ? [] : request.timeline.map(historyLine),
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

function historyLine(entry: ServiceRequest['timeline'][number]): HistoryLine {
  return { at: entry.at, text: entry.says, who: entry.who, occurredAt: entry.occurredAt };
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
  };
}

/** Whoever sent it up and the desk see it at once, the household when the check has said yes. */
function receiptView({ receipt }: ServiceRequest, { actors, receiptUrl }: Reading): RequestView['receipt'] {
  if (receipt == null || !mayRead(actors)) return null;
  const passed = receipt.check === 'pass';
  const before = actors.has('helper') || actors.has('dispatcher');
  return { url: passed || before ? receiptUrl : null, waiting: !passed };
}

const mayRead = (actors: ReadonlySet<Actor>): boolean =>
  actors.has('resident') || actors.has('helper') || actors.has('dispatcher');

function workView(request: ServiceRequest, reading: Reading): WorkView {
  const accepted =
    reading.actors.has('dispatcher') || (reading.actors.has('helper') && request.state !== 'dispatched');
  const fresh = request.open || reading.now - request.updatedAt < 30 * DAY;
  const shown = accepted && fresh;
  return {
    person: shown ? reading.person : '',
    homeAt: shown ? request.when : '',
    community: reading.communityName,
    building: shown ? request.beneficiary.building : '',
    hasPhone: request.beneficiary.phone !== null,
    hasDoor: request.beneficiary.door !== null,
    canReveal: shown && request.open,
    dueAt: request.dueAt,
    late: isLate(request, reading.now),
    tier: request.tier,
    asksMax: request.asksMax === true,
    helper: request.helper?.line ?? null,
    department: request.department,
    bounced: request.bounced,
    alike: reading.alike.map(({ request: other, why }) => ({
      id: other._id,
      title: other.title,
      at: other.createdAt,
      why,
    })),
  };
}

export function isLate(request: ServiceRequest, now: number): boolean {
  return request.open && request.dueAt !== null && request.dueAt < now;
}

export function taskCard(request: ServiceRequest, now: number): TaskCard {
  const last = request.timeline.at(-1);
  return {
    id: request._id,
    no: request.no,
    kind: request.kind,
    title: request.title,
    state: request.state,
    word: wordForOthers(request.state),
    sentence: `${REQUEST_KINDS[request.kind]} · ${CHANNELS[request.channel]}`,
    dueAt: request.dueAt,
    late: isLate(request, now),
    channel: request.channel,
    at: last?.at ?? request.createdAt,
    sample: request.sample,
  };
}

export function wishCard(request: ServiceRequest, readerId: string | null): WishCard {
  return {
    id: request._id,
    text: request.publicText,
    communityId: request.communityId,
    since: request.createdAt,
    returned: request.returned,
    mine:
      readerId !== null && (request.requesterId === readerId || request.beneficiary.personId === readerId),
    company:
      request.group && request.helper !== null
        ? {
            lead: request.helper.line,
            left: placesLeft(request),
            promisedFor: request.helper.promisedFor,
          }
        : null,
    sample: request.sample,
  };
}

import type { PaperTarget } from '../../../contract/paper';
import type { ConsoleView, RosterLine } from '../../../contract/school';
import type { SubmitInput } from '../../../contract/submit';
import {
  COMPLAINT_SUBJECTS,
  type ComplaintSubject,
  type RequestKind,
  type Role,
  SLIP_KINDS,
} from '../../../contract/words';
import { clip, joined, known } from '../../../lib/text';
import { calendarDay, clock } from '../../../lib/time';

/** What was written on a slip, as it is typed. */
export interface Written {
  kind: RequestKind | 'complaint';
  /** What a complaint is about, '' for not chosen. */
  subject: string;
  text: string;
  name: string;
  building: string;
  door: string;
  phone: string;
  when: string;
}

export const NOTHING: Written = {
  kind: 'wish',
  subject: '',
  text: '',
  name: '',
  building: '',
  door: '',
  phone: '',
  when: '',
};

const SLIPS: readonly { value: Written['kind']; word: string }[] = [
  { value: 'wish', word: '心愿' },
  { value: 'errand', word: '代办' },
  { value: 'grid', word: '楼院' },
  { value: 'complaint', word: '意见' },
];

/** 意见卡 is entered by who answers complaints (G7): somebody who works on matters does not read it first. */
export function slipsFor(roles: readonly Role[]): typeof SLIPS {
  return roles.includes('dispatcher') ? SLIPS : SLIPS.filter(({ value }) => value !== 'complaint');
}

// The keys of a closed list.
export const SUBJECTS = (Object.keys(COMPLAINT_SUBJECTS) as ComplaintSubject[]).map((value) => ({
  value,
  word: COMPLAINT_SUBJECTS[value],
}));

/** What is still missing before it can be handed in, '' for nothing. */
export function missingIn({ text, name, kind, subject }: Written): string {
  if (text.trim() === '') return '照着纸上写的，把事抄一句';
  if (kind === 'complaint') return isSubject(subject) ? '' : '说的是哪样，点一个';
  return name.trim() === '' && kind !== 'grid' ? '写个称呼，纸上没写就写“没留名”' : '';
}

/** Somebody who is nobody to us yet: what is on the slip is all that is known of them. */
export function submission(written: Written & { kind: RequestKind }, communityId: string): SubmitInput {
  const { kind, text, building, door, phone, when } = written;
  const name = written.name.trim() === '' ? '没留名' : written.name;
  return {
    kind,
    text,
    audio: null,
    category: null,
    beneficiary: { who: 'other', relation: 'grid', name, phone, building, door },
    communityId,
    phone: '',
    building: '',
    door: '',
    when,
    occurredAt: null,
    cameBy: 'paper',
  };
}

/** A card that says what was not right: without a name, only words, by way of paper. */
export function complaintOf({ subject, text }: Written, communityId: string) {
  if (!isSubject(subject)) throw new Error(`no subject is called ${subject}`);
  return { subject, words: text.trim(), communityId, channel: 'paper' as const };
}

export function isMatter(written: Written): written is Written & { kind: RequestKind } {
  return written.kind !== 'complaint';
}

const isSubject = (text: string): text is ComplaintSubject => text in COMPLAINT_SUBJECTS;

/** Where a target is entered that has a page of its own already; '' where this page does it. */
export function pageOf(target: PaperTarget, roles: readonly Role[], code: string): string {
  switch (target.is) {
    case 'card':
      return `/packages/grid/household/household?scene=${encodeURIComponent(`h=${target.code}`)}`;
    case 'request':
      if (roles.includes('dispatcher')) return `/packages/office/matter/matter?id=${target.id}`;
      return roles.includes('grid_worker')
        ? `/packages/grid/task/task?id=${target.id}`
        : `/packages/service/request/request?id=${target.id}`;
    case 'home_lesson':
      return target.slip === null
        ? `/packages/school/home-visit/home-visit?id=${target.id}`
        : `/packages/paper/lesson/lesson?code=${encodeURIComponent(code)}`;
    case 'session':
      // Who keeps no roster reads what the class is.
      return roles.includes('host') || roles.includes('office')
        ? ''
        : `/packages/school/session/session?id=${target.id}`;
    default:
      return '';
  }
}

/** A paper that is not for this reader to enter: what it is, what to do with it, whom to ring. */
export interface FoundLook {
  title: string;
  text: string;
  phone: string;
  /** Where the same can be said on the phone, '' for nowhere. */
  say: string;
}

/** `null` where it is entered, here or on a page of its own. */
export function foundLook(target: PaperTarget, roles: readonly Role[]): FoundLook | null {
  if (target.is === 'found')
    return {
      title: `这是${SLIP_KINDS[target.of]}`,
      text: '纸上的事有人在办。您捡着的，给纸上写的社区打个电话，或者送到窗口；别的不用您管。',
      phone: target.counter.phone ?? '',
      say: '',
    };
  if (target.is !== 'venue' || roles.some((role) => ENTERS.has(role))) return null;
  return {
    title: `这是${target.title}的心愿单、意见卡`,
    text: '填好放进心愿箱，或者交给窗口，有人照着录。手机上说一句，也一样。',
    phone: '',
    say: '/packages/service/say/say',
  };
}

/** Those who may enter for somebody what that somebody wrote. */
const ENTERS: ReadonlySet<Role> = new Set(['dispatcher', 'grid_worker']);

/** Void paper, for who enters none: they may have found it, or have a newer one themselves. */
export const VOID: FoundLook = {
  title: '这张纸作废了',
  text: '上头的码不好使了。您自己的纸，用新印的那张；捡着的，送到社区窗口，或者撕了再扔。',
  phone: '',
  say: '',
};

/** What else this reader does with paper; somebody who came by a code alone is not at work here. */
export function paperWays(roles: readonly Role[]): { prints: boolean; revokes: boolean } {
  const holds = (...some: Role[]) => some.some((role) => roles.includes(role));
  return {
    prints: holds('host', 'grid_worker', 'dispatcher', 'office'),
    revokes: holds('dispatcher', 'office'),
  };
}

export interface RosterLook {
  title: string;
  when: string;
  count: string;
  rows: { seat: string; name: string; on: boolean; word: string }[];
}

export function rosterLook({ session, roster, arrived }: ConsoleView): RosterLook {
  return {
    title: session.title,
    when: joined(`${calendarDay(session.startsAt)} ${clock(session.startsAt)}`, known(session.venue.name)),
    count: `到了 ${arrived} 位，一共 ${roster.length} 位`,
    rows: roster.map((line) => ({
      seat: line.seat,
      name: line.name,
      on: line.arrived !== null,
      word: wordOf(line),
    })),
  };
}

function wordOf({ arrived }: RosterLine): string {
  if (arrived === null) return '纸上勾了';
  return arrived.how === 'paper' ? '补上了' : '早到了';
}

/** 《录好了》 for the news line. */
export function handedIn(no: string, text: string): string {
  return `录好了，单号 ${no}：${clip(text, 12)}。接着录下一张`;
}

/** For the news line; the code is written on the card for whoever comes to ask. */
export function saidIn(code: string): string {
  return `记成意见了，查询码 ${code}，抄在卡上：来问的人凭它看回话`;
}

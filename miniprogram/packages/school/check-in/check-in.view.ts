import type { BesideMe } from '../../../contract/beside';
import type { CheckInWay, SessionCard, SessionView } from '../../../contract/school';
import { CHECK_IN_WAYS } from '../../../lib/labels';
import { steady } from '../../../lib/text';
import { clock, daysBetween, dayTime, span, spoken } from '../../../lib/time';

/** 共用手机 (people.md section 7): one phone, two people who came; a tap on each of them. */

/** Outside the time of checking in it is said before anybody scans; '' within it. The server decides all the same. */
export function windowNote(
  { opensAt, closesAt }: SessionView['checkIn'],
  elder: boolean,
  now: number,
): string {
  if (now < opensAt) return earlyNote(opensAt, elder, now);
  return now > closesAt ? '登记的时候过了，没登上的找班主任补一笔' : '';
}

/** Whoever looks days before is not told to sit and wait. */
export function earlyNote(opensAt: number, elder: boolean, now: number): string {
  const today = daysBetween(now, opensAt) === 0;
  const from = elder ? spoken(opensAt, now) : `${today ? clock(opensAt) : dayTime(opensAt, now)} `;
  return steady(`${from}起能登记，${today ? '先坐会儿' : '到了再来'}`);
}

/** When the class is; in 大字版 as one says it, and only when it begins. */
export const classTime = (
  { startsAt, endsAt }: Pick<SessionCard, 'startsAt' | 'endsAt'>,
  elder: boolean,
  now: number,
): string => (elder ? steady(spoken(startsAt, now)) : span(startsAt, endsAt, now));

export interface DoorFace {
  /** '' is whoever holds the phone. */
  person: string;
  word: string;
  letter: string;
  note: string;
  here: boolean;
  /** What a screen reader says. */
  label: string;
}

function face(person: string, word: string, letter: string, here: boolean): DoorFace {
  const note = here ? '点上了' : '点一下';
  return { person, word, letter, note, here, label: here ? `${word}，已经点上了` : `${word}到了` };
}

/** Oneself first, then those who came with this phone; none where nobody did: the page is then one button. */
export function doorFaces(mine: SessionCard['mine'], beside: readonly BesideMe[] = []): DoorFace[] {
  if (beside.length === 0) return [];
  const others = beside.map(({ personId, name, arrived }) => {
    const word = name === '' ? '家里人' : name;
    return face(personId, word, lastOf(word), arrived);
  });
  return [face('', '我', '我', mine.is === 'attended'), ...others];
}

/** A family shares its first character: the one that tells them apart is the last. */
const lastOf = (word: string) => Array.from(word.replace(/\*+$/, '')).pop() ?? '';

export function arrivedOne(faces: readonly DoorFace[], person: string): DoorFace[] {
  return faces.map((one) => (one.person === person ? face(one.person, one.word, one.letter, true) : one));
}

/** Whose tap is still to come. */
export const missing = (faces: readonly DoorFace[]): DoorFace[] => faces.filter(({ here }) => !here);

/** Before a code is at hand; '' where nobody came with this phone. */
export function stillWords(faces: readonly DoorFace[]): string {
  const names = (of: readonly DoorFace[]) => of.map(({ word }) => word).join('、');
  const here = faces.filter((one) => one.here);
  if (faces.length === 0) return '';
  return here.length === 0
    ? '一块儿来的，码扫一次就行，扫完一人点一下'
    : `${names(here)}点上了。还有${names(missing(faces))}，到了扫一下再点`;
}

/** Said when everybody of this phone is counted. */
export function countedWords(
  faces: readonly DoorFace[],
  how: CheckInWay,
): { done: string; doneNote: string } {
  const kept = '只为点清人数，不排名，不通报';
  if (faces.length === 0) return { done: '已经给您点上了', doneNote: `${CHECK_IN_WAYS[how]}。${kept}` };
  return { done: faces.length === 2 ? '两位都点上了' : `${faces.length} 位都点上了`, doneNote: kept };
}

import type { HomeLessonCommand, HomeLessonView, VisitColumns } from '../../../contract/home-lesson';
import { CLASSROOM_BRANDS, PAIR_DIRECTIONS, PROGRAMS, VISIT_COLUMNS } from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { paperLink } from '../../../lib/paper-link';
import { type DayChoice, dayChoices, dayTime } from '../../../lib/time';

export type ColumnKey = keyof VisitColumns;
export const COLUMN_KEYS = ['learned', 'done', 'missing'] as const;

/** What is said most often, to be tapped. */
const OFTEN: Readonly<Record<ColumnKey, readonly string[]>> = {
  learned: ['念了一段报', '唠了唠新政策', '听老人家讲', '学用手机'],
  done: ['交了水电费', '买了东西', '收拾了屋子', '跑了趟腿'],
  missing: ['家里有东西要修', '想有人常来唠唠', '出门没人陪'],
};

export interface ColumnLook {
  key: ColumnKey;
  title: string;
  text: string;
  often: { word: string; on: boolean }[];
}

export function columnLooks(columns: VisitColumns): ColumnLook[] {
  return COLUMN_KEYS.map((key) => ({
    key,
    title: VISIT_COLUMNS[key],
    text: columns[key],
    often: OFTEN[key].map((word) => ({ word, on: parts(columns[key]).includes(word) })),
  }));
}

const parts = (text: string): string[] => text.split('，').filter((part) => part !== '');

/** A tapped word goes in at the end, a second tap takes it out; what was typed stays. */
export function tapped(text: string, word: string): string {
  const now = parts(text);
  return (now.includes(word) ? now.filter((part) => part !== word) : [...now, word]).join('，');
}

export function isBlank(columns: VisitColumns): boolean {
  return COLUMN_KEYS.every((key) => columns[key].trim() === '');
}

export interface VisitLook {
  title: string;
  who: string;
  when: string;
  word: string;
  tone: Tone;
  tags: string[];
  columns: { title: string; text: string }[];
  audio: HomeLessonView['audio'];
  /** 纸上来的, who entered it; '' for what was written on a phone. */
  paper: string;
  requestLink: string;
  /** The slip for who visits; '' for the elder. */
  printLink: string;
  asksDay: boolean;
  canMove: boolean;
  canCancel: boolean;
  canDecline: boolean;
  writes: boolean;
  canCorrect: boolean;
  main: HomeLessonCommand | '';
  mainWord: string;
  sample: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function visitLook(view: HomeLessonView, now: number): VisitLook {
  const may = (command: HomeLessonCommand) => view.next.includes(command);
  const [main, mainWord] = mainOf(view);
  return {
    title: titleOf(view),
    who: view.other.name,
    when: view.at === null ? '还没定哪天' : dayTime(view.at, now),
    ...stateWord(view),
    // One record, three references: S48, S57, S63.
    tags: [PROGRAMS[view.program], CLASSROOM_BRANDS[view.brand], PAIR_DIRECTIONS[view.direction]],
    columns: COLUMN_KEYS.filter((key) => view.columns[key] !== '').map((key) => ({
      title: VISIT_COLUMNS[key],
      text: view.columns[key],
    })),
    audio: view.audio,
    paper: paperLine(view.paper),
    requestLink: view.requestId === null ? '' : `/packages/service/request/request?id=${view.requestId}`,
    printLink: view.side === 'young' ? paperLink('lesson', view.id) : '',
    asksDay: view.state === 'suggested' && may('schedule'),
    canMove: view.state === 'scheduled' && may('schedule'),
    canCancel: may('cancel'),
    canDecline: may('decline'),
    writes: may('record'),
    canCorrect: may('correct'),
    main,
    mainWord,
    sample: view.sample,
  };
}

function paperLine(paper: HomeLessonView['paper']): string {
  if (paper === null) return '';
  const who = paper.by === null ? '' : `，${paper.by.role}${paper.by.name}录的`;
  return `照纸上写的录的${who}。${paper.signed ? '纸上有老人家签字' : '纸上没签字，等老人家一句话'}`;
}

function titleOf({ side, other, elder }: HomeLessonView): string {
  if (elder !== undefined) return `${other.name}去看${elder.name}`;
  return side === 'old' ? `${other.name}来您家坐坐` : `去看${other.name}`;
}

function mainOf({ next, state, side, elder }: HomeLessonView): [HomeLessonCommand | '', string] {
  if (state === 'suggested' && next.includes('schedule')) return ['schedule', '就这天'];
  if (next.includes('start')) return ['start', '到了，坐下了'];
  if (next.includes('record')) return ['record', '记好了'];
  if (next.includes('confirm'))
    return ['confirm', elder !== undefined ? '替老人说：记得对' : side === 'old' ? '记得对' : '看过了'];
  return ['', ''];
}

export function stateWord({ state, side }: Pick<HomeLessonView, 'state' | 'side'>): {
  word: string;
  tone: Tone;
} {
  switch (state) {
    case 'suggested':
      return { word: '挑个日子', tone: 'millet' };
    case 'scheduled':
      return { word: '定好了', tone: 'frost' };
    case 'visiting':
      return { word: '正在家里', tone: 'red' };
    case 'recorded':
      return side === 'old' ? { word: '等您一句话', tone: 'millet' } : { word: '等老人家看', tone: 'frost' };
    case 'corrected':
      return { word: '老人家改过', tone: 'millet' };
    case 'confirmed':
      return { word: '齐了', tone: 'pine' };
    case 'declined':
      return { word: '这个月先不', tone: 'plain' };
    case 'cancelled':
      return { word: '这回没来', tone: 'plain' };
  }
}

/** Half past nine, or half past two: both outside of the noon rest. */
const HALVES: Readonly<Record<string, number>> = { morning: 9.5, afternoon: 14.5 };
const HOUR = 3_600_000;
const AHEAD = 6;

export function visitDays(now: number): DayChoice[] {
  return dayChoices(now, 1, AHEAD);
}

/** @param day the last moment of the chosen day, epoch ms. */
export function visitTime(day: number, half: string): number {
  return day + 1 - 24 * HOUR + (HALVES[half] ?? 9.5) * HOUR;
}

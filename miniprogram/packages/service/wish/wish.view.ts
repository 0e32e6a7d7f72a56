import type { RequestCommand } from '../../../contract/request-states';
import type { WishCard } from '../../../contract/service';
import type { Named } from '../../../lib/community';
import { type DayChoice, dayChoices, weekday } from '../../../lib/time';
import { companyWord } from '../lib/company';
import { type WishLine, wishLine } from '../wall/wall.view';

export interface WishLook extends Omit<WishLine, 'first'> {
  /** May be taken by this reader now. */
  takes: boolean;
  /** 帮帮团: may go along, or does. */
  joins: boolean;
  leaves: boolean;
  /** 王** 领着办，还差 2 位, '' on the wall. */
  company: string;
  /** Why not, and who can. */
  note: string;
}

/** @param now by the server's clock, epoch ms. */
export function wishLook(
  card: WishCard & { next: readonly RequestCommand[] },
  communities: readonly Named[],
  now: number,
): WishLook {
  const takes = card.next.includes('claim');
  const joins = card.next.includes('team_up');
  const leaves = card.next.includes('step_out');
  return {
    ...wishLine(card, communities, now),
    takes,
    joins,
    leaves,
    company: companyWord(card, now),
    note: takes || joins || leaves ? '' : noteFor(card.mine),
  };
}

/** Alone, or so many together with oneself. */
export const COMPANIES = [
  { value: 1, word: '我自己办' },
  { value: 2, word: '两个人' },
  { value: 3, word: '三个人' },
  { value: 5, word: '五个人' },
] as const;

function noteFor(mine: boolean): string {
  return mine ? '这是您的心愿，有人接了就告诉您' : '党员、志愿者、网格员都能接。想搭把手，跟社区说一声就行';
}

/** Three days are offered at a time, from tomorrow; this many times 再往后. */
const AT_ONCE = 3;
const FURTHEST = 9;

export interface Days {
  choices: DayChoice[];
  /** 再往后 */
  later: boolean;
  /** 往前 */
  sooner: boolean;
}

/** @param step how often 再往后 was tapped. */
export function daysAt(now: number, step: number): Days {
  const at = Math.min(Math.max(step, 0), FURTHEST);
  const choices = dayChoices(now, 1 + at * AT_ONCE, AT_ONCE);
  // Always by its weekday: 周六前，我来办.
  return {
    choices: choices.map((choice) => ({ ...choice, word: weekday(choice.at) })),
    later: at < FURTHEST,
    sooner: at > 0,
  };
}

/** @param chosen epoch ms, `null` while no day is chosen. */
export function promiseWord(days: Days, chosen: number | null): string {
  const choice = days.choices.find(({ at }) => at === chosen);
  return choice === undefined ? '选个日子' : `${choice.word}前，我来办`;
}

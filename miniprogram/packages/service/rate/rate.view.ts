import type { RequestView } from '../../../contract/service';
import { RATING_LEVELS, type RatingLevel } from '../../../contract/words';
import { steady } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

/** What a person has chosen and written so far. Nothing is chosen for them (rules: a rating never has a default). */
export interface Word {
  /** 办好了 / 没办好; '' until they say. */
  solved: '' | 'yes' | 'no';
  /** '5' … '1'; '' when they do not want to say. */
  level: '' | LevelKey;
  words: string;
  /** 不满意, and it shall be done again. */
  again: boolean;
  changePerson: boolean;
}
type LevelKey = `${RatingLevel}`;

export const NO_WORD: Word = { solved: '', level: '', words: '', again: false, changePerson: false };

/** Which of the three commands this page may give now. */
export type Way = 'judge' | 'rate' | 'reopen' | 'none';

export interface RateLook {
  title: string;
  question: string;
  /** 李** 说今天 15:20 办好了。您说了才算 */
  claim: string;
  way: Way;
  solved: Word['solved'];
  /** 没办好, or 不满意 and done again: asks what is missing instead of how it was. */
  turned: boolean;
  asksSolved: boolean;
  asksLevel: boolean;
  level: Word['level'];
  levels: { value: LevelKey; title: string }[];
  /** 不满意: may be done again. */
  offersAgain: boolean;
  again: boolean;
  words: string;
  changePerson: boolean;
  primary: string;
  disabled: boolean;
}

const LEVELS = ([5, 4, 3, 2, 1] as const).map((level) => ({
  value: `${level}` as const,
  title: RATING_LEVELS[level],
}));

export const NOT_ASKED: RateLook = {
  title: '',
  question: '办好了没？',
  claim: '',
  way: 'none',
  solved: '',
  turned: false,
  asksSolved: false,
  asksLevel: false,
  level: '',
  levels: LEVELS,
  offersAgain: false,
  again: false,
  words: '',
  changePerson: false,
  primary: '就这样',
  disabled: true,
};

export function wayOf({ next }: Pick<RequestView, 'next'>, asked: 'no' | ''): Way {
  if (next.includes('confirm')) return 'judge';
  if (asked === 'no' && next.includes('reopen')) return 'reopen';
  if (next.includes('rate')) return 'rate';
  return next.includes('reopen') ? 'reopen' : 'none';
}

/** @param now by the server's clock, epoch ms. */
export function rateLook(view: RequestView, way: Way, word: Word, now: number): RateLook {
  const solved = way === 'reopen' ? 'no' : way === 'rate' ? 'yes' : word.solved;
  const reopens = way !== 'rate' && view.next.includes('reopen');
  const unhappy = word.level === '2' || word.level === '1';
  const turned = solved === 'no' || (unhappy && word.again && reopens);
  return {
    title: view.title,
    question: way === 'rate' ? '您觉得办得咋样？' : '办好了没？',
    claim: way === 'judge' ? claimOf(view, now) : '',
    way,
    solved,
    turned,
    asksSolved: way === 'judge',
    asksLevel: solved === 'yes',
    level: word.level,
    levels: LEVELS,
    offersAgain: solved === 'yes' && unhappy && reopens,
    again: word.again,
    words: word.words,
    changePerson: word.changePerson,
    primary: turned ? '交上去' : '就这样',
    disabled: solved === '' || (way === 'rate' && word.level === ''),
  };
}

/** Who says so, and when: the last thing that happened is that it was handed over. */
function claimOf({ lines, history }: RequestView, now: number): string {
  const last = history.reduce<number>((latest, { at }) => Math.max(latest, at), 0);
  const who = lines.who?.name ?? '社区';
  return last === 0 ? '您说了才算' : steady(`${who} 说${dayTime(last, now)} 办好了。您说了才算`);
}

/** What is sent: a level only where it was chosen, nothing in place of what was not said. */
export type Sending =
  | { command: 'confirm'; input: { level: RatingLevel | null; words: string } }
  | { command: 'reopen'; input: { words: string; changePerson: boolean } }
  | { command: 'rate'; input: { level: RatingLevel; words: string } };

/** `null` while there is nothing to send yet. */
export function sendingOf(look: RateLook): Sending | null {
  const words = look.words.trim();
  const level = levelOf(look.level);
  if (look.disabled) return null;
  if (look.turned) return { command: 'reopen', input: { words, changePerson: look.changePerson } };
  if (look.way === 'judge') return { command: 'confirm', input: { level, words } };
  return level === null ? null : { command: 'rate', input: { level, words } };
}

function levelOf(key: Word['level']): RatingLevel | null {
  const levels: Record<LevelKey, RatingLevel> = { 5: 5, 4: 4, 3: 3, 2: 2, 1: 1 };
  return key === '' ? null : levels[key];
}

import type { NumbersView, Stretch } from '../../../contract/numbers';
import { GRID_TOPICS, SERVICE_CATEGORIES, TRACKS } from '../../../contract/words';
import { known } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

export type Span = 'weeks' | 'months';

/** One column: two stacked blocks, heights in percent of the highest column. */
export interface Column {
  key: string;
  word: string;
  solved: number;
  open: number;
  /** Above the column: how many came in then; '' for none. */
  value: string;
  /** 9月1日那周提的，办好了 3 件，还在办 1 件 */
  label: string;
}

/** One bar that lies: its length in percent of the longest, 0 for a number that is not shown. */
export interface Bar {
  key: string;
  word: string;
  value: string;
  length: number;
}

export interface NumbersLook {
  counted: string;
  figures: { key: string; value: number; word: string; tone: 'pine' | 'millet' | 'plain' }[];
  columns: Column[];
  reasons: string[];
  notDone: number;
  places: Bar[];
  kinds: Bar[];
  lacking: { key: string; word: string; value: string }[];
  classes: { key: string; word: string; value: string }[];
  activities: number;
  personTimes: number;
  sample: boolean;
}

/** What the seed states of the time before; never added to what is counted here (S74). */
export const BEFORE = [
  { key: 'solved', value: '400 余个', word: '实际困难' },
  { key: 'times', value: '1000 余', word: '人次受益' },
  { key: 'activities', value: '200 余次', word: '志愿活动' },
  { key: 'visits', value: '10 余次', word: '敲门问需' },
  { key: 'commended', value: '25 人', word: '受过表彰' },
] as const;

const WHY = {
  declined: '街道办不了，说了该找谁',
  referred: '转给了该管的部门',
  terminated: '办到一半停下了',
} as const;
const WORDS: Readonly<Record<string, string>> = { ...SERVICE_CATEGORIES, ...GRID_TOPICS };

/** Length of the longest bar, percent. */
const FULL = 100;
/** Largest height of a column, percent: room for the number above it. */
const TALL = 80;

/** @param most columns that fit: the newest are shown */
export function numbersLook(view: NumbersView, span: Span, most: number, now: number): NumbersLook {
  const { totals } = view;
  return {
    counted: view.at === null ? '还没数，过几分钟再看' : `数到${dayTime(view.at, now)}`,
    figures: [
      { key: 'solved', value: totals.solved, word: '居民说办好了', tone: 'pine' },
      { key: 'open', value: totals.open, word: '正在办', tone: 'millet' },
      { key: 'silent', value: totals.silent, word: '没回话', tone: 'plain' },
      { key: 'notDone', value: totals.notDone, word: '没办成', tone: 'plain' },
    ],
    columns: columns(view[span].slice(-most), span),
    reasons: view.reasons.map(({ why, count }) => `${WHY[why]}：${count} 件`),
    notDone: totals.notDone,
    places: bars(view.communities.map(({ id, name, solved }) => ({ key: id, word: known(name), solved }))),
    kinds: bars(
      view.categories
        .filter(({ solved }) => solved !== null)
        .map(({ category, solved }) => ({ key: category, word: WORDS[category] ?? category, solved })),
    ),
    lacking: view.lacking.map(({ category, count }) => ({
      key: category,
      word: WORDS[category] ?? category,
      value: shown(count),
    })),
    classes: view.lackingClasses.map(({ track, asking }) => ({
      key: track,
      word: TRACKS[track],
      value: asking === null ? '不到 5 人' : `${asking} 人`,
    })),
    activities: view.activities,
    personTimes: view.personTimes,
    sample: view.sample,
  };
}

const shown = (count: number | null): string => (count === null ? '不到 5 件' : `${count} 件`);

/** A number that is hidden has no length either: a picture must not say what the words do not. */
function bars(rows: readonly { key: string; word: string; solved: number | null }[]): Bar[] {
  const longest = Math.max(1, ...rows.map(({ solved }) => solved ?? 0));
  return rows.map(({ key, word, solved }) => ({
    key,
    word,
    value: shown(solved),
    length: Math.round(((solved ?? 0) / longest) * FULL),
  }));
}

function columns(stretches: readonly Stretch[], span: Span): Column[] {
  const highest = Math.max(1, ...stretches.map(({ solved, open }) => solved + open));
  const height = (count: number): number => Math.round((count / highest) * TALL);
  return stretches.map(({ from, solved, open }) => {
    const [, month = 0, day = 0] = from.split('-').map(Number);
    const when = span === 'weeks' ? `${month}月${day}日那周` : `${month}月`;
    return {
      key: from,
      word: span === 'weeks' ? `${month}/${day}` : `${month}月`,
      solved: height(solved),
      open: height(open),
      value: solved + open === 0 ? '' : String(solved + open),
      label: `${when}提的，办好了 ${solved} 件，还在办 ${open} 件`,
    };
  });
}

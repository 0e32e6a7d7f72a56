import type { NumbersView, Stretch } from '../../../contract/numbers';
import { GRID_TOPICS, SERVICE_CATEGORIES, TRACKS } from '../../../contract/words';
import { communityWord } from '../../../lib/community';
import { steady } from '../../../lib/text';
import { dayTime } from '../../../lib/time';
import type { Drawing } from '../chart/drawing';

export type Span = 'weeks' | 'months';

/** A picture with the same in words: one sentence for who listens, a line each for who reads. */
export interface Chart {
  drawing: Drawing;
  label: string;
  lines: string[];
}

export interface NumbersLook {
  counted: string;
  figures: { key: string; value: number; word: string; tone: 'pine' | 'millet' | 'plain' }[];
  /** `null` where nothing was counted yet. */
  course: Chart | null;
  reasons: string[];
  notDone: number;
  places: Chart | null;
  kinds: Chart | null;
  lacking: { key: string; word: string; value: string }[];
  classes: { key: string; word: string; value: string }[];
  /** 上了 2 场课，来过、帮过 1 人次 */
  attended: string;
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
    course: columns(view[span].slice(-most), span),
    reasons: view.reasons.map(({ why, count }) => `${WHY[why]}：${count} 件`),
    notDone: totals.notDone,
    places: bars(
      view.communities.map(({ id, solved }) => ({ word: communityWord(id, view.communities), solved })),
    ),
    kinds: bars(
      view.categories
        .filter(({ solved }) => solved !== null)
        .map(({ category, solved }) => ({ word: WORDS[category] ?? category, solved })),
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
    attended: steady(`上了 ${view.activities} 场课，来过、帮过 ${view.personTimes} 人次`),
    sample: view.sample,
  };
}

const shown = (count: number | null): string => (count === null ? '不到 5 件' : `${count} 件`);

function bars(rows: readonly { word: string; solved: number | null }[]): Chart | null {
  if (rows.length === 0) return null;
  const lines = rows.map(({ word, solved }) => `${word}：办好了 ${shown(solved)}`);
  return {
    drawing: {
      kind: 'bars',
      bars: rows.map(({ word, solved }) => ({ word, value: shown(solved), count: solved })),
    },
    label: `条形图。${lines.join('；')}`,
    lines,
  };
}

function columns(stretches: readonly Stretch[], span: Span): Chart | null {
  if (stretches.length === 0) return null;
  const lines = stretches.map(({ from, solved, open }) => {
    const [month, day] = dateOf(from);
    const when = span === 'weeks' ? `${month}月${day}日那周` : `${month}月`;
    return `${when}提的，办好了 ${solved} 件，还在办 ${open} 件`;
  });
  return {
    drawing: {
      kind: 'columns',
      columns: stretches.map(({ from, solved, open }) => {
        const [month, day] = dateOf(from);
        return { word: span === 'weeks' ? `${month}/${day}` : `${month}月`, solved, open };
      }),
    },
    label: `柱状图。${lines.join('；')}`,
    lines,
  };
}

function dateOf(from: string): [month: number, day: number] {
  const [, month = 0, day = 0] = from.split('-').map(Number);
  return [month, day];
}

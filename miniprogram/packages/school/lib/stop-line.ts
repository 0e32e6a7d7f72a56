import type { StopMonth, StopState, StopView, WalkState, WalkView } from '../../../contract/route';
import { ROUTES, type Route } from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { joined } from '../../../lib/text';
import { dayWithWeek } from '../../../lib/time';

/** Stops and walks as their pages say them. */

export const HALVES = { morning: '上午', afternoon: '下午' } as const;

export const WALK_STATES: Record<WalkState, { word: string; tone: Tone }> = {
  asked: { word: '等回话', tone: 'millet' },
  confirmed: { word: '约好了', tone: 'pine' },
  declined: { word: '去不成', tone: 'rust' },
  cancelled: { word: '不去了', tone: 'plain' },
  done: { word: '去过了', tone: 'plain' },
};

const STATES: Record<StopState, { word: string; tone: Tone }> = {
  open: { word: '能约', tone: 'pine' },
  resting: { word: '这个月歇歇', tone: 'plain' },
  full: { word: '这个月约满了', tone: 'millet' },
  no_consent: { word: '待本人同意', tone: 'frost' },
};

export function stateOf({ consent, months }: Pick<StopView, 'consent' | 'months'>): {
  word: string;
  tone: Tone;
} {
  if (consent === 'withdrawn') return { word: '先不讲了', tone: 'plain' };
  return STATES[months[0]?.state ?? 'no_consent'];
}

/** Whether a page's `?code=` names a route. */
export const isRoute = (code: string | undefined): code is Route =>
  code !== undefined && Object.keys(ROUTES).includes(code);

/** 12月 of `2026-12`. */
export const monthWord = (month: string) => `${Number(month.slice(5))}月`;

/** What is still possible where this month is not: 1月能约 · ''. */
export function laterOf(months: readonly StopMonth[]): string {
  const [now, ...later] = months;
  if (now === undefined || now.state === 'open') return '';
  const open = later.find(({ state }) => state === 'open');
  return open === undefined ? '' : `${monthWord(open.month)}能约`;
}

export interface WalkLine {
  id: string;
  title: string;
  text: string;
  word: string;
  tone: Tone;
  link: string;
}

export function walkLine(walk: WalkView, now: number): WalkLine {
  const state = WALK_STATES[walk.state];
  return {
    id: walk.id,
    title: walk.mine ? walk.stop.name : walk.group,
    text: joined(`${dayWithWeek(walk.startsAt, now)} ${HALVES[walk.half]}`, `${walk.size} 个人`),
    word: state.word,
    tone: state.tone,
    link: `/packages/school/walk/walk?id=${walk.id}`,
  };
}

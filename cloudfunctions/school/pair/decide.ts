import type { PairDirection } from '@contract/words';
import type { Effect } from '../../core/aggregate';
import { DAY, dayOf, timeOnDay } from '../../core/calendar';
import { promise } from '../../core/effects';
import { allowed } from '../../core/machine';
import { refuse } from '../../core/refusal';
import type { Settings } from '../../core/settings';
import { type PairActor, type PairStep, pairMachine } from './machine';
import type { Pair } from './model';

export interface PairContext {
  now: number;
  rid: string;
  /** Person id, or `system`. */
  by: string;
  invocation: string;
}

export function actorOf(pair: Pair, by: string): PairActor {
  if (by === 'system') return 'system';
  return by === pair.askedBy ? 'asker' : 'asked';
}

/** One command on one pair, with who is told. @throws NOT_NOW, NOT_ALLOWED */
export function decidePair(pair: Pair, command: PairStep, context: PairContext): Pair {
  const rule = pairMachine.states[pair.state].on[command] ?? refuse('NOT_NOW');
  if (!rule.by.includes(actorOf(pair, context.by))) refuse('NOT_ALLOWED');
  const { rid, now, by } = context;
  const moved: Pair = {
    ...pair,
    state: rule.to,
    enteredAt: now,
    askedBy: command === 'ask' ? by : pair.askedBy,
    suggestAt: rule.to === 'paired' ? now : null,
    timeline: [...pair.timeline, { rid, at: now, by, command }],
  };
  return { ...moved, effects: [...moved.effects, ...notices(pair, moved, command, context)] };
}

/** Asking again: the direction may be another one this time. @throws NOT_NOW, NOT_ALLOWED */
export function askAgain(pair: Pair, direction: PairDirection, context: PairContext): Pair {
  return decidePair({ ...pair, direction }, 'ask', context);
}

export function commandsOf(pair: Pair, personId: string) {
  return allowed(pairMachine, pair.state, new Set([actorOf(pair, personId)]));
}

export function asked(pair: Pair, context: PairContext): Effect[] {
  const to = pair.askedBy === pair.oldId ? pair.youngId : pair.oldId;
  const who = pair.askedBy === pair.oldId ? pair.oldLine : pair.youngLine;
  return [note(pair, to, 'ask', '有人想结对', `${who.name}想结对。愿不愿意都行，点进来说一声`, context)];
}

function notices(before: Pair, after: Pair, command: PairStep, context: PairContext): Effect[] {
  if (command === 'ask') return asked(after, context);
  const both = [before.oldId, before.youngId];
  const others = both.filter((one) => one !== context.by);
  const says: Partial<Record<PairStep, [title: string, text: string]>> = {
    agree: ['结对成了', '两边都点了头。商量个日子，上门坐坐'],
    refuse: ['这回没结成', '人家这会儿不方便，不碍事'],
    end: ['结对到这儿了', '对方先不结对了。以前记的都还在'],
  };
  const [title, text] = says[command] ?? [];
  if (title === undefined || text === undefined) return [];
  return others.map((to) => note(after, to, command, title, text, context));
}

function note(
  pair: Pair,
  to: string,
  key: string,
  title: string,
  text: string,
  { rid, now, invocation }: PairContext,
): Effect {
  const data = { to, template: 'visit', title, text, link: '/packages/school/pair/pair', urgent: false };
  return promise(`${pair._id}:${key}:${rid}:${to}`, 'notify', data, invocation, now);
}

export function nextPairTimer(pair: Pair, settings: Settings): number | null {
  if (pair.state === 'asked') return pair.enteredAt + settings.pairAnswerDays * DAY;
  return pair.suggestAt;
}

/** Nine in the morning of the first day of the next month in Shanghai, epoch ms. */
export function nextMonth(now: number): number {
  const [year = 0, month = 1] = dayOf(now).split('-').map(Number);
  const first = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return timeOnDay(Date.parse(`${first}T12:00:00+08:00`), '09:00');
}

/** An unanswered question lapses in silence; a pair is suggested a visit each month. */
export function onPairTimer(pair: Pair, context: Omit<PairContext, 'by'> & { settings: Settings }): Pair {
  const due = nextPairTimer(pair, context.settings);
  if (due === null || due > context.now) return pair;
  const { now, rid, invocation } = context;
  if (pair.state === 'asked') return decidePair(pair, 'lapse', { now, rid, invocation, by: 'system' });
  const month = dayOf(now).slice(0, 7);
  const effect = promise(
    `${pair._id}:suggest:${month}`,
    'suggest_home_lesson',
    { pairId: pair._id, month },
    invocation,
    now,
  );
  return {
    ...pair,
    suggestAt: nextMonth(now),
    effects: [...pair.effects, effect],
    timeline: [...pair.timeline, { rid, at: now, by: 'system', command: 'suggest' }],
  };
}

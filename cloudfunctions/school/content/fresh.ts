import type { Aggregate, AggregateDefinition, TimerContext } from '../../core/aggregate';
import { DAY } from '../../core/calendar';
import { promise } from '../../core/effects';
import type { Settings } from '../../core/settings';

/** What is public and may grow old (G12): a course, a recorded lesson. */
export interface Published extends Aggregate {
  title: string;
  /** Content that is not approved is not visible (S28). */
  approved: boolean;
  /** How many editions have been approved; absent: the seed's own. */
  edition?: number;
  /** When it was last written, or said to hold still; absent: when it was made. */
  freshAt?: number;
  /** When the office was last reminded. */
  remindedAt?: number;
  takenDown?: { at: number; by: string; reason: string; matterId?: string };
}

export const freshAt = (doc: Published) => doc.freshAt ?? doc.createdAt;

export const isStale = (doc: Published, now: number, settings: Settings) =>
  doc.approved && freshAt(doc) + settings.staleDays * DAY <= now;

/** Once an item and period: the next reminder waits as long as the first one did. */
export function nextReminder(doc: Published, settings: Settings): number | null {
  return doc.approved ? Math.max(freshAt(doc), doc.remindedAt ?? 0) + settings.staleDays * DAY : null;
}

export function remind<Doc extends Published>(doc: Doc, context: TimerContext): Doc {
  const due = nextReminder(doc, context.settings);
  if (due === null || due > context.now) return doc;
  const { now, rid, invocation } = context;
  const data = {
    role: 'office',
    title: '两个月没看过了',
    text: `《${doc.title}》还准不准，看一眼`,
    link: '/packages/academic/content/content',
  };
  return {
    ...doc,
    remindedAt: now,
    timeline: [...doc.timeline, { rid, at: now, by: 'system', command: 'remind' }],
    effects: [...doc.effects, promise(`${doc._id}:stale:${due}`, 'tell_role', data, invocation, now)],
  };
}

/** The timers of a collection of public things. */
export const growsOld = {
  nextTimer: nextReminder,
  onTimer: remind,
} satisfies Pick<AggregateDefinition<Published>, 'nextTimer' | 'onTimer'>;

import type { Aggregate, AggregateDefinition, TimerContext } from '../../core/aggregate';
import { DAY, dayOf } from '../../core/calendar';
import { promise } from '../../core/effects';
import type { Settings } from '../../core/settings';

/** What is public and may grow old (G12): a course, a recorded lesson, a rule, a stop of a route. */
export interface Ageing extends Aggregate {
  /** When it was last written, or said to hold still; absent: when it was made. */
  freshAt?: number;
  /** When the office was last reminded. */
  remindedAt?: number;
}

export interface Published extends Ageing {
  title: string;
  /** Content that is not approved is not visible (S28). */
  approved: boolean;
  /** How many editions have been approved; absent: the seed's own. */
  edition?: number;
  takenDown?: { at: number; by: string; reason: string; matterId?: string };
}

/** How the office is told of one: whether people see it at all, what it is called, where it is looked at. */
export interface Seen {
  shown: boolean;
  called: string;
  link: string;
}

export const freshAt = (doc: Ageing) => doc.freshAt ?? doc.createdAt;

export const isOld = (doc: Ageing, shown: boolean, now: number, settings: Settings) =>
  shown && freshAt(doc) + settings.staleDays * DAY <= now;

/** The timers of a collection of public things: once an item and period, the next waits as long as the first did. */
export function growsOld<Doc extends Ageing>(
  seen: (doc: Doc) => Seen,
): Pick<AggregateDefinition<Doc>, 'nextTimer' | 'onTimer'> {
  const due = (doc: Doc, settings: Settings) =>
    seen(doc).shown ? Math.max(freshAt(doc), doc.remindedAt ?? 0) + settings.staleDays * DAY : null;
  return {
    nextTimer: due,
    onTimer(doc, { now, rid, invocation, settings }: TimerContext) {
      const at = due(doc, settings);
      if (at === null || at > now) return doc;
      const { called, link } = seen(doc);
      const data = { role: 'office', title: '两个月没看过了', text: `${called}等内容还准不准，看一眼`, link };
      // What grew old on one day is one message of that place, not one for each: all of it is marked there.
      const id = `stale:${link.split('/').at(-1)}:${dayOf(at)}`;
      return {
        ...doc,
        remindedAt: now,
        timeline: [...doc.timeline, { rid, at: now, by: 'system', command: 'remind' }],
        effects: [...doc.effects, promise(id, 'tell_role', data, invocation, now)],
      };
    },
  };
}

export const CONTENT_DESK = '/packages/academic/content/content';

/** What goes through three readings. */
export const publishedGrowsOld = <Doc extends Published>() =>
  growsOld<Doc>(({ approved, title }) => ({ shown: approved, called: `《${title}》`, link: CONTENT_DESK }));

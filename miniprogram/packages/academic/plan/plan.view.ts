import type { FixedClassView, PlannedDay, PlanView } from '../../../contract/plan';
import { PLAN_AREAS } from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { joined, UNKNOWN } from '../../../lib/text';
import { dayTime } from '../../../lib/time';
import { sayWhen } from '../components/fixed/fixed.view';

export interface ClassLine {
  id: string;
  title: string;
  text: string;
}

export interface PlanLook {
  word: string;
  tone: Tone;
  sub: string;
  months: { month: number; word: string; count: string; on: boolean }[];
  lines: ClassLine[];
  canEdit: boolean;
  canCopy: boolean;
  canPropose: boolean;
  canGenerate: boolean;
  matterId: string;
}

const STATES: Readonly<Record<PlanView['state'], { word: string; tone: Tone }>> = {
  draft: { word: '在写', tone: 'plain' },
  proposed: { word: '委员会在定', tone: 'millet' },
  approved: { word: '定了', tone: 'pine' },
};

export function planLook(view: PlanView, month: number, now: number): PlanLook {
  const can = (command: PlanView['next'][number]) => view.next.includes(command);
  return {
    ...STATES[view.state],
    sub: joined(
      view.edition === 0 ? '还没定过' : `定过 ${view.edition} 回`,
      view.approvedAt !== null && `上回 ${dayTime(view.approvedAt, now)}`,
      view.edition > 0 && view.state !== 'approved' && '改的还没定，大家看的是上回定的',
    ),
    months: Array.from({ length: 12 }, (_, index) => {
      const count = view.classes.filter((one) => one.month === index + 1).length;
      return {
        month: index + 1,
        word: `${index + 1} 月`,
        count: count === 0 ? '没有' : `${count} 班`,
        on: index + 1 === month,
      };
    }),
    lines: view.classes.filter((one) => one.month === month).map(classLine),
    canEdit: can('edit'),
    canCopy: can('copy'),
    canPropose: can('propose'),
    canGenerate: can('generate'),
    matterId: view.matterId ?? '',
  };
}

function classLine(one: FixedClassView): ClassLine {
  return {
    id: one.id,
    title: one.name,
    text: joined(
      PLAN_AREAS[one.area],
      sayWhen(one),
      `${one.minutes} 分钟`,
      one.venueName ?? `在哪${UNKNOWN}`,
    ),
  };
}

const DAY_STATES: Readonly<Record<PlannedDay['state'], { word: string; tone: Tone }>> = {
  ready: { word: '能排', tone: 'plain' },
  made: { word: '排上了', tone: 'pine' },
  dropped: { word: '不办了', tone: 'plain' },
  holiday: { word: '放假', tone: 'millet' },
  wanting: { word: '还差', tone: 'rust' },
  past: { word: '过了', tone: 'plain' },
  clash: { word: '撞上了', tone: 'rust' },
  stray: { word: '落单了', tone: 'rust' },
};

export interface DayLine {
  key: string;
  title: string;
  text: string;
  word: string;
  tone: Tone;
  /** The class that was made of it, '' for none. */
  session: string;
  link: string;
}

export function dayLines(items: readonly PlannedDay[], now: number): DayLine[] {
  return items.map((day) => ({
    key: day.sessionId ?? `${day.classId}${day.startsAt}`,
    title: day.name,
    text: joined(dayTime(day.startsAt, now), day.state !== 'past' && day.note),
    session: day.sessionId ?? '',
    link: day.sessionId === null ? '' : `/packages/academic/class/class?id=${day.sessionId}`,
    ...DAY_STATES[day.state],
  }));
}

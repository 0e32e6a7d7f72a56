import type { PowerState, Role } from '@contract/words';
import type { Aggregate, AggregateDefinition, TimelineEntry } from '../../core/aggregate';
import { DAY } from '../../core/calendar';
import { derivedId } from '../../core/ids';
import type { Settings } from '../../core/settings';

/** One power of one person. */
export interface Holding {
  personId: string;
  role: Role;
  scope: string;
  state: PowerState;
  askedBy: string;
  askedAt: number;
  /** Since when it holds; `null` while it does not. */
  since: number | null;
  /** The second administrator, where one was needed. */
  confirmedBy: string | null;
}

export interface RollEntry extends TimelineEntry {
  command: 'grant' | 'propose' | 'confirm' | 'decline' | 'lapse' | 'revoke';
  personId: string;
  why: string;
}

/**
 * The truth about powers; what stands on the person follows from it (`deliver.ts`). Each power has a
 * roll of its own, so that two administrators meet at one document. All administrators stand on one:
 * whether somebody is the last can only be decided where all of them are written.
 */
export interface Roll extends Aggregate {
  timeline: readonly RollEntry[];
  holdings: readonly Holding[];
  /** Something waits for a second administrator; follows from `holdings`, for the index. */
  waiting: boolean;
}

export function rollId(personId: string, role: Role, scope: string): string {
  return role === 'admin' ? derivedId('grant', 'admin') : derivedId('grant', role, scope, personId);
}

const lapsesAt = ({ askedAt }: Holding, settings: Settings) => askedAt + settings.powerAnswerDays * DAY;

/** Of each person at most one holding stands on a roll. */
export function holdingOf(roll: Roll, personId: string): Holding | null {
  return roll.holdings.find((one) => one.personId === personId) ?? null;
}

export function withHolding(roll: Roll, holding: Holding, entry: RollEntry): Roll {
  const holdings = [...roll.holdings.filter((one) => one.personId !== holding.personId), holding];
  return {
    ...roll,
    people: holdings.map((one) => one.personId),
    holdings,
    waiting: holdings.some((one) => one.state === 'proposed'),
    timeline: [...roll.timeline, entry],
  };
}

export const rolls: AggregateDefinition<Roll> = {
  collection: 'grants',
  schema: 1,
  nextTimer(roll, settings) {
    const times = roll.holdings
      .filter((one) => one.state === 'proposed')
      .map((one) => lapsesAt(one, settings));
    return times.length === 0 ? null : Math.min(...times);
  },
  onTimer(roll, { now, settings, rid }) {
    let next = roll;
    for (const one of roll.holdings)
      if (one.state === 'proposed' && lapsesAt(one, settings) <= now)
        next = withHolding(
          next,
          { ...one, state: 'lapsed' },
          {
            rid: `${rid}:${one.personId}`,
            at: now,
            by: 'system',
            command: 'lapse',
            personId: one.personId,
            why: '',
          },
        );
    return next;
  },
};

import type { TimerContext } from '../../core/aggregate';
import { promise } from '../../core/effects';
import type { Person } from '../person/model';

/** A day later the account keeps nothing of its own but the way to the record. Pure. */
export function settledJoining(person: Person, { now, rid, invocation }: TimerContext): Person {
  const { joined } = person;
  if (joined == null || joined.settled || joined.until > now) return person;
  const data = { accountId: joined.accountId, personId: person._id, joinId: joined.id };
  const effect = promise(`${person._id}:${joined.id}:settle`, 'join_settle', data, invocation, now);
  return {
    ...person,
    joined: { ...joined, settled: true },
    timeline: [...person.timeline, { rid, at: now, by: 'system', command: 'join_settle' }],
    effects: [...person.effects, effect],
  };
}

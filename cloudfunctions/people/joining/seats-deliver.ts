import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import { derivedId } from '../../core/ids';
import { comeBack, type Spared, sparedOf } from '../../school/session/come-back';
import { sessions } from '../../school/session/definition';
import { tellOffers } from '../../school/session/notices';
import { sessionWithout } from '../my-data/forgotten';
import { type Person, persons } from '../person/model';
import { maskedName } from '../person/show';
import type { Carrying } from './carry-deliver';

/** More classes ahead than one person has a place in. */
const MOST = 200;

/**
 * One person sits on one chair: where both had a place, the account's is free for the next in line. What it was is
 * written on the record first: a death in between leaves a place that is still there, and never one that is forgotten.
 */
export async function spareSeats(run: RunContext, { from, to, joinId, rid }: Carrying): Promise<void> {
  const repository = run.repository(sessions);
  const { offerHours, quiet } = run.settings;
  const found = await repository.list({
    where: { people: from, startsAt: run.database.command.gt(run.now) },
    order: [['startsAt', 'desc']],
    limit: MOST,
    without: ['timeline', 'effects'],
  });
  const both = found.filter(({ people }) => people.includes(to));
  if (both.length === 0) return;
  const spared = both.flatMap((session) => sparedOf(session, from) ?? []);
  await run
    .repository(persons)
    .change(to, `${rid}:spared`, (record) =>
      sparing(record, joinId, spared, { rid: `${rid}:spared`, now: run.now }),
    );
  for (const { _id } of both) {
    const what = { personId: from, rid: `${rid}:seat`, now: run.now, invocation: run.invocation };
    const { doc } = await repository.change(_id, what.rid, (session) =>
      session.people.includes(from) ? sessionWithout(session, what, { offerHours, quiet }) : session,
    );
    await carryOut(repository, doc, run.carrier);
  }
}

function sparing(
  record: Person,
  joinId: string,
  spared: readonly Spared[],
  { rid, now }: { rid: string; now: number },
): Person {
  const { joined } = record;
  if (joined?.id !== joinId) return record;
  const entry = { rid, at: now, by: 'system', command: 'spare_seats' };
  return { ...record, joined: { ...joined, spared }, timeline: [...record.timeline, entry] };
}

/** Parted: the account has again what it had. */
export async function restoreSeats(
  run: RunContext,
  { from, rid }: Carrying,
  spared: readonly Spared[],
): Promise<void> {
  if (spared.length === 0) return;
  const account = await run.repository(persons).load(from);
  const repository = run.repository(sessions);
  const { offerHours, quiet } = run.settings;
  const name = maskedName(account.name, account.sample) || '没留姓名';
  const rules = { offerHours, quiet };
  const step = { rid: `${rid}:seat`, now: run.now, by: from, rules, invocation: run.invocation };
  for (const place of spared) {
    const seat = derivedId('seat', place.sessionId, from).slice(0, 10);
    const { doc } = await repository.change(place.sessionId, step.rid, (session) =>
      tellOffers(session, comeBack(session, place, { seat, name }, step), run.invocation, run.now),
    );
    await carryOut(repository, doc, run.carrier);
  }
}

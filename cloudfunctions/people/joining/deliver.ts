import type { Effect } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import type { Spared } from '../../school/session/come-back';
import { leadsTo } from '../person/living-read';
import { type Person, persons } from '../person/model';
import { type Carrying, carryBack, carryOver } from './carry-deliver';
import { letGo, pointing, stub } from './decide';
import { carryBonds, carryLists, returnBonds, returnLists } from './keyed-deliver';
import { restoreSeats } from './seats-deliver';

interface Named {
  personId: string;
  accountId: string;
  joinId: string;
}

function readNamed({ data }: Effect): Named {
  const { personId, accountId, joinId } = data;
  if (typeof personId !== 'string' || typeof accountId !== 'string' || typeof joinId !== 'string')
    throw new Error('no joining');
  return { personId, accountId, joinId };
}

const carryingOf = ({ personId, accountId, joinId }: Named, rid: string): Carrying => ({
  from: accountId,
  to: personId,
  joinId,
  rid,
});

/** The effect `join`: the account leads to the record, then what is the account's comes over. */
export async function join(run: RunContext, effect: Effect): Promise<void> {
  const named = readNamed(effect);
  if (!(await pointTo(run, named, effect.id))) return;
  const carrying = carryingOf(named, effect.id);
  await carryBonds(run, carrying);
  await carryLists(run, carrying);
  await carryOver(run, carrying);
}

/** Whether the account leads to this record by now. Of two records that one account wants at once one lets go. */
export async function pointTo(run: RunContext, named: Named, rid: string): Promise<boolean> {
  const { personId, accountId, joinId } = named;
  const people = run.repository(persons);
  const record = await people.find(personId);
  if (record?.joined?.id !== joinId) return false;
  const account = await people.load(accountId);
  const elsewhere = await leadsTo(run, account);
  if (elsewhere._id !== accountId && elsewhere._id !== personId) {
    await people.change(personId, `${rid}:go`, (stored) =>
      letGo(stored, accountId, { rid: `${rid}:go`, now: run.now }),
    );
    return false;
  }
  const { mergedInto } = account;
  const { doc } = await people.change(
    accountId,
    rid,
    (stored): Person =>
      stored.mergedInto === mergedInto ? pointing(stored, personId, { rid, now: run.now }) : stored,
  );
  if (doc.mergedInto === personId) return true;
  // Somebody else's pointer came in between: looked at anew.
  return pointTo(run, named, rid);
}

/** The effect `unjoin`: the account leads nowhere already; what came over goes back. */
export async function unjoin(run: RunContext, effect: Effect): Promise<void> {
  const carrying = carryingOf(readNamed(effect), effect.id);
  const { spared } = effect.data;
  await returnBonds(run, carrying);
  await returnLists(run, carrying);
  await carryBack(run, carrying);
  // `partedFrom` wrote it there; absent in what was promised before there was such a list.
  await restoreSeats(run, carrying, (spared ?? []) as readonly Spared[]);
}

/** The effect `join_settle`: what the account had entered itself is not kept twice. */
export async function settleJoining(run: RunContext, effect: Effect): Promise<void> {
  const { accountId } = readNamed(effect);
  const rid = effect.id;
  const people = run.repository(persons);
  const step = { rid, now: run.now, invocation: run.invocation };
  const { doc } = await people.change(accountId, rid, (account) => stub(account, step));
  await carryOut(people, doc, run.carrier);
}

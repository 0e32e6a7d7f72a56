import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import type { RunContext } from '../../core/context';
import type { Repository } from '../../core/repository';
import { entryId, pairEntries } from '../../school/pair/model';
import { surveyId, surveys } from '../../school/survey/model';
import { registrationId, registrations } from '../../service/dual/model';
import { type Bond, bondId, bonds } from '../family/model';
import { bondsOf } from '../family/read';
import type { Carrying } from './carry-deliver';
import { renamed } from './rename';

/** Documents whose id follows from the person: what comes over is written under the other id. */

/**
 * Bonds keep what was agreed, and end nowhere: they hold under one id or under the other. The other one is there
 * before the old one rests, so that a death in between leaves both and the next try finds the old one again.
 */
export async function carryBonds(run: RunContext, { from, to, joinId, rid }: Carrying): Promise<void> {
  const repository = run.repository(bonds);
  for (const { _id } of await bondsOf(run, from)) {
    const old = await repository.load(_id);
    // Nobody is their own relative.
    if (!old.people.includes(to)) await holdUnder(repository, renamed(old, from, to), { joinId, rid });
    await repository.change(_id, rid, (bond) => resting(bond, joinId));
  }
}

/** A bond of the record with the same relative stands as it is, and what was ended since it came over stays ended. */
async function holdUnder(
  repository: Repository<Bond>,
  bond: Bond,
  { joinId, rid }: Pick<Carrying, 'joinId' | 'rid'>,
): Promise<void> {
  const { doc, created } = await repository.create({
    ...bond,
    _id: bondId(bond.elderId, bond.relativeId),
    active: true,
    carried: joinId,
    timeline: [],
    effects: [],
  });
  if (created || doc.active || doc.carried === joinId) return;
  await repository.change(doc._id, rid, (stored) =>
    stored.active
      ? stored
      : { ...stored, active: true, agreed: bond.agreed, since: bond.since, carried: joinId },
  );
}

export async function returnBonds(run: RunContext, { from, to, joinId, rid }: Carrying): Promise<void> {
  const repository = run.repository(bonds);
  for (const { _id, carried } of await bondsOf(run, to))
    if (carried === joinId)
      await repository.change(_id, rid, (bond) =>
        bond.carried === joinId ? { ...bond, active: false, carried: null } : bond,
      );
  const rested = await repository.list({
    where: { people: from, active: false },
    limit: 100,
    without: ['timeline'],
  });
  for (const old of rested.filter(({ carried }) => carried === joinId)) {
    const { elderId, relativeId } = renamed(old, from, to);
    const other = await repository.find(bondId(elderId, relativeId));
    // What came over and holds no more was ended meanwhile, by one of the two.
    const ended = other?.carried === joinId && !other.active;
    await repository.change(old._id, rid, (bond) =>
      bond.carried === joinId ? { ...bond, active: !ended, carried: null } : bond,
    );
  }
}

const resting = (bond: Bond, joinId: string): Bond =>
  bond.active ? { ...bond, active: false, carried: joinId } : bond;

/** One of a kind for each person: the record's own goes first, the account's rests where it was. */
export async function carryLists(run: RunContext, carrying: Carrying): Promise<void> {
  await moveLists(run, carrying, () => true);
}

export async function returnLists(run: RunContext, { from, to, joinId, rid }: Carrying): Promise<void> {
  await moveLists(run, { from: to, to: from, joinId, rid }, ({ carried }) => carried === joinId);
}

type Which = (doc: Aggregate) => boolean;

async function moveLists(run: RunContext, carrying: Carrying, which: Which): Promise<void> {
  await moveOne(run, registrations, registrationId, carrying, which);
  await moveOne(run, pairEntries, entryId, carrying, which);
  await moveSurveys(run, carrying, which);
}

/** One a year, and years of them. */
const MOST_SURVEYS = 50;

async function moveSurveys(run: RunContext, carrying: Carrying, which: Which): Promise<void> {
  const found = await run
    .repository(surveys)
    .list({ where: { people: carrying.from }, limit: MOST_SURVEYS, without: ['timeline', 'effects'] });
  for (const { period } of found)
    await moveOne(run, surveys, (person) => surveyId(person, period), carrying, which);
}

async function moveOne<Doc extends Aggregate>(
  run: RunContext,
  definition: AggregateDefinition<Doc>,
  idOf: (person: string) => string,
  { from, to, joinId }: Carrying,
  which: Which,
): Promise<void> {
  const repository = run.repository(definition);
  const stored = await repository.find(idOf(from));
  if (stored === null || !which(stored)) return;
  const moved = { ...renamed(stored, from, to), _id: idOf(to), carried: joinId };
  const { doc } = await repository.create(moved);
  // The other's own stays as it is, and this one where it was.
  if (doc.carried === joinId) await run.database.collection(definition.collection).doc(stored._id).remove();
}

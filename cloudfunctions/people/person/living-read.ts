import type { RunContext } from '../../core/context';
import type { RoleGrant } from '../../core/permissions';
import { type Person, persons } from './model';

/**
 * The one place where an account that became one with a record is followed to it. Both have to say so:
 * a pointer that the record does not answer (parted meanwhile, or another account was quicker) leads nowhere.
 */
export async function leadsTo(run: RunContext, person: Person): Promise<Person> {
  if (person.mergedInto == null) return person;
  const record = await run.repository(persons).find(person.mergedInto);
  return record?.joined?.accountId === person._id ? record : person;
}

/** Whoever an id means by now; `null` for nobody. */
export async function living(run: RunContext, id: string): Promise<Person | null> {
  const person = await run.repository(persons).find(id);
  return person === null ? null : leadsTo(run, person);
}

/**
 * What somebody is trusted with today. What an account was trusted with before it became one with a record stays on
 * its own roll (`people/role`), so that whatever is taken there counts at once: whoever asks about the record asks here.
 */
export async function trustOf(
  run: Pick<RunContext, 'repository'>,
  person: Pick<Person, '_id' | 'grants' | 'joined'>,
): Promise<readonly RoleGrant[]> {
  return [...person.grants, ...(await broughtAlong(run, person))];
}

/** Of `trustOf`, what stands on the account's own roll. */
export async function broughtAlong(
  run: Pick<RunContext, 'repository'>,
  { _id, joined }: Pick<Person, '_id' | 'joined'>,
): Promise<readonly RoleGrant[]> {
  if (joined == null) return [];
  const account = await run.repository(persons).find(joined.accountId);
  return account?.mergedInto === _id ? account.grants : [];
}

/** Those whom a roll names, as who they are by now, with what they are trusted with: to be read, never to be written. */
export async function allLiving(run: RunContext, named: readonly Person[]): Promise<Person[]> {
  const ids = named.flatMap(({ mergedInto }) => (mergedInto == null ? [] : [mergedInto]));
  if (ids.length === 0) return [...named];
  const records = await run.repository(persons).several(ids);
  const now = named.map((person) => {
    const record = person.mergedInto == null ? undefined : records.get(person.mergedInto);
    return record?.joined?.accountId === person._id
      ? { ...record, grants: [...record.grants, ...person.grants] }
      : person;
  });
  return [...new Map(now.map((person) => [person._id, person])).values()];
}

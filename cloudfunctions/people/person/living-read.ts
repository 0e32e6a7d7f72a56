import type { RunContext } from '../../core/context';
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

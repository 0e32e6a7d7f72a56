import { type Caller, personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { refuse } from '../../core/refusal';
import { type Person, persons } from './model';

/** Who calls was read to know that they call: for the length of this call they need not be read again. */
const read = new WeakMap<Caller, Person>();

export function remember(caller: Caller, person: Person | null): Caller {
  if (person !== null) read.set(caller, person);
  return caller;
}

/**
 * The caller as they were when this call began; `null` for who is not known yet. Never to be written back,
 * and not for the reply of an action that has changed them.
 */
export async function ownPerson(context: ActionContext): Promise<Person | null> {
  const { caller } = context;
  if (caller.id === null) return null;
  return read.get(caller) ?? context.repository(persons).find(caller.id);
}

/** @throws NOT_ALLOWED for who is not known yet, NOT_FOUND */
export async function mustKnow(context: ActionContext): Promise<Person> {
  personId(context.caller);
  return (await ownPerson(context)) ?? refuse('NOT_FOUND');
}

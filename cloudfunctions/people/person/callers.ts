import type { Caller } from '../../core/caller';
import type { RunContext } from '../../core/context';
import { classify } from '../../core/database';
import type { Callers } from '../../core/dispatch';
import { WHOLE_STREET } from '../../core/permissions';
import { leadsTo } from './living-read';
import { newPerson, type Person, persons } from './model';
import { remember } from './read';

interface Account {
  _id: string;
  personId: string;
  createdAt: number;
}

/**
 * openid → account → person. The account's `_id` is the openid, so two first calls at once make one
 * account; the person's id stands in the account, so they make one person. From then on the person
 * itself says whose openid it is, and is found in one read: who has none yet is looked for in the accounts.
 */
export function callers(run: RunContext, firstAdmin: string | undefined): Callers {
  const people = run.repository(persons);
  const accounts = run.database.collection('accounts');

  const accountOf = async (openid: string): Promise<Account | null> => {
    const reply = await accounts.doc(openid).get();
    // Written below and nowhere else.
    const [stored] = (reply.data ?? []) as Account[];
    return stored ?? null;
  };

  /** The environment names two, with a comma: nobody agrees to their own proposal, not even the first. */
  const isFirst = (openid: string) =>
    (firstAdmin ?? '').split(',').some((one) => one.trim() !== '' && one.trim() === openid);

  const personOf = async (openid: string): Promise<Person | null> => {
    const [known] = await people.list({ where: { openid }, limit: 1 });
    return known ?? null;
  };

  const asCaller = async (openid: string, known: Person | null): Promise<Caller> => {
    const person = known === null ? null : await leadsTo(run, known);
    // What the account was trusted with before stays on its own roll.
    const grants = [...(person?.grants ?? []), ...(person === known ? [] : (known?.grants ?? []))];
    if (isFirst(openid)) grants.push({ role: 'admin', scope: WHOLE_STREET });
    const caller: Caller = { openid, id: person?._id ?? null, grants };
    if (known !== null && person !== known) caller.account = known._id;
    return remember(caller, person);
  };

  return {
    async find(openid) {
      if (isFirst(openid)) return this.ensure(openid);
      const person = await personOf(openid);
      if (person !== null) return asCaller(openid, person);
      const account = await accountOf(openid);
      return asCaller(openid, account === null ? null : await people.find(account.personId));
    },
    async ensure(openid) {
      const person = await personOf(openid);
      if (person !== null) return asCaller(openid, person);
      const account = (await accountOf(openid)) ?? (await open(openid));
      const known = await people.find(account.personId);
      if (known !== null) return asCaller(openid, known);
      const { doc } = await people.create(newPerson(account.personId, openid, run.now));
      return asCaller(openid, doc);
    },
  };

  async function open(openid: string): Promise<Account> {
    const account: Account = { _id: openid, personId: run.freshId(), createdAt: run.now };
    try {
      await accounts.add(account);
      return account;
    } catch (error) {
      if (classify(error) === 'broken') throw error;
      const stored = await accountOf(openid);
      if (stored === null) throw error;
      return stored;
    }
  }
}

import type { InputOf } from '../../../contract/actions';
import type { RequestCommand } from '../../../contract/request-states';
import type { Category, Tier } from '../../../contract/words';
import type { Form } from './matter.view';

/** What the desk has written and chosen, kept until it was accepted. */
export interface Written {
  title: string;
  publicText: string;
  category: string;
  tier: string;
  helperId: string;
  command: string;
  values: Record<string, string>;
}
export const NOTHING: Written = {
  title: '',
  publicText: '',
  category: '',
  tier: '',
  helperId: '',
  command: '',
  values: {},
};

/** What the desk decides by what it has read: with one more line of history than the form showed it is STALE. */
const BY_WHAT_WAS_SEEN: readonly RequestCommand[] = ['ask', 'decline', 'refer', 'convert', 'merge'];

/** A command's form as its action takes it: what the desk's form does not ask for is left open. */
export function inputOf<Command extends RequestCommand>(
  id: string,
  command: Command,
  typed: Record<string, unknown>,
  fresh: { seen?: number } = {},
): InputOf<`request.${Command}`> {
  const level = command === 'confirm' ? { level: null } : {};
  const phone = command === 'refer' ? { phone: '' } : {};
  const flag = command === 'reopen' ? { changePerson: false } : {};
  const seen = BY_WHAT_WAS_SEEN.includes(command) ? fresh : {};
  // The fields of the form are those of the command (`COMMAND_FORMS`).
  return { id, ...level, ...phone, ...flag, ...typed, ...seen } as unknown as InputOf<`request.${Command}`>;
}

/** `meant`: by what it is known again when no answer came, however the matter has been read anew meanwhile. */
export type Order =
  | { command: 'publish'; input: InputOf<'request.publish'>; meant: object }
  | { command: 'dispatch'; input: InputOf<'request.dispatch'>; meant: object }
  | { missing: keyof Written; says: string };

/** What the red button sends, or what is still to be written. @param at the matter, and what the form was filled in from */
export function orderOf(form: Form, written: Written, at: { id: string; seen?: number }): Order {
  const title = written.title.trim();
  if (title === '') return { missing: 'title', says: '给这件事起个名' };
  if (written.category === '') return { missing: 'category', says: '选一选算哪类' };
  // The chips carry the closed lists of the contract.
  const category = written.category as Category;
  if (form === 'publish') {
    const publicText = written.publicText.trim();
    if (publicText === '') return { missing: 'publicText', says: '写一句贴墙上的话' };
    const meant = { id: at.id, title, publicText, category };
    return { command: 'publish', input: { ...at, ...meant }, meant };
  }
  if (written.tier === '') return { missing: 'tier', says: '选一选急不急' };
  const { helperId } = written;
  if (helperId === '') return { missing: 'helperId', says: '选一位来办' };
  const meant = { id: at.id, title, category, tier: written.tier as Tier, helperId };
  return { command: 'dispatch', input: { ...at, ...meant }, meant };
}

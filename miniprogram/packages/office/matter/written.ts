import type { InputOf } from '../../../contract/actions';
import type { RequestCommand } from '../../../contract/request-states';

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

/** A command's form as its action takes it: what the desk's form does not ask for is left open. */
export function inputOf<Command extends RequestCommand>(
  id: string,
  command: Command,
  typed: Record<string, unknown>,
): InputOf<`request.${Command}`> {
  const level = command === 'confirm' ? { level: null } : {};
  const phone = command === 'refer' ? { phone: '' } : {};
  const flag = command === 'reopen' ? { changePerson: false } : {};
  // The fields of the form are those of the command (`COMMAND_FORMS`).
  return { id, ...level, ...phone, ...flag, ...typed } as unknown as InputOf<`request.${Command}`>;
}

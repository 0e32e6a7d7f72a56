import type { ActionName, InputOf, KindOf, OutputOf } from '@contract/actions';
import type * as v from 'valibot';
import type { ActionContext } from './context';
import type { Permission } from './permissions';

/**
 * An entry of the action table. The schema is held to the contract by the compiler: what it parses
 * to is the contract's input, what `run` returns is the contract's output.
 */
export interface Action<Name extends ActionName = ActionName> {
  name: Name;
  kind: KindOf<Name>;
  input: v.GenericSchema<unknown, InputOf<Name>>;
  /**
   * `anyone`: also who has never done anything here. `person`: becomes known by this call. A
   * permission: in some scope; the relation to the document is decided by the aggregate.
   */
  allow: 'anyone' | 'person' | Permission;
  /**
   * Two people, or two phones of one, may want it at the same moment and not both have it. Whoever
   * declares that owes a race, and a control that loses it without the guard: `test/race/races/`.
   */
  contended?: true;
  /** A read that answers everybody alike: who calls is not looked up. */
  sameForAll?: true;
  run(context: ActionContext, input: InputOf<Name>): Promise<OutputOf<Name>>;
}

/** An action whose name the compiler no longer follows: an entry of the table. */
export interface AnyAction {
  name: ActionName;
  kind: 'read' | 'write';
  input: v.GenericSchema<unknown, unknown>;
  allow: Action['allow'];
  contended?: true;
  sameForAll?: true;
  run(context: ActionContext, input: unknown): Promise<unknown>;
}

export function action<Name extends ActionName>(definition: Action<Name>): AnyAction {
  // `dispatch` hands to `run` only what `input` of the same entry has parsed.
  return definition as unknown as AnyAction;
}

export type ActionTable = ReadonlyMap<string, AnyAction>;

/** @throws when two actions share a name. */
export function actionTable(...groups: readonly (readonly AnyAction[])[]): ActionTable {
  const table = new Map<string, AnyAction>();
  for (const entry of groups.flat()) {
    if (table.has(entry.name)) throw new Error(`two actions are called ${entry.name}`);
    table.set(entry.name, entry);
  }
  return table;
}

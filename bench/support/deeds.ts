import type { ActionName, InputOf } from '@contract/actions';
import { busy, COMING, ON_WALL, requestOf, sessionOf } from './street';

/** One call of somebody. */
export interface Deed<Name extends ActionName = ActionName> {
  by: number;
  name: Name;
  input: InputOf<Name>;
}
/** The n-th call of a kind, and what takes it back. */
export type Busy = (n: number, size: number) => { deed: Deed; undo?: Deed };

export const deed = <Name extends ActionName>(by: number, name: Name, input: InputOf<Name>): Deed => ({
  by,
  name,
  // Held to the name by the signature above.
  input: input as InputOf<ActionName>,
});
export const who = (n: number, size: number): number => n % busy(size);
export const coming = (n: number, size: number): string =>
  sessionOf(size - COMING + 10 + (n % (COMING - 20)));
export const onWall = (n: number, size: number): string => requestOf(size - 1 - (n % (ON_WALL - 10)));

import type { ActionName, InputOf } from '@contract/actions';
import { startOfDay } from '../../cloudfunctions/core/calendar';
import type { Visit } from './pages';

/** One read as a page sends it. */
export interface Asked {
  name: ActionName;
  input: unknown;
}

/** What a page reads by itself when it is opened, and what only after a touch or for some who open it. */
export interface Opening {
  reads(visit: Opened): readonly Asked[];
  /** Each with when. */
  later?: Readonly<Partial<Record<ActionName, string>>>;
  /** Operations, where four are not enough, and why; also in docs/architecture.md. */
  more?: { operations: number; why: string };
}

export interface Opened extends Visit {
  now: number;
  /** A parameter of the address. */
  of(name: string): string;
}

const ask = <Name extends ActionName>(name: Name, input: InputOf<Name>): Asked => ({ name, input });
const just = (...reads: readonly Asked[]): Opening => ({ reads: () => reads });
const byId = <Name extends ActionName>(
  name: Name,
  input: (id: string) => InputOf<Name>,
): Opening => ({ reads: ({ of }) => [ask(name, input(of('id')))] });
const nothing = just();

/** Every page of app.json; a page that reads something without saying so here fails `openings.test.ts`. */
export const OPENINGS: Readonly<Record<string, Opening>> = {
};

/**
 * Workflows as data (DESIGN section 6): states × commands → next state, who may, and the timer that
 * leads on when nobody does. Pure; `machine-check.ts` proves the tables.
 */
export interface Machine<State extends string, Command extends string, Actor extends string> {
  name: string;
  initial: State;
  /** Other states in which something can begin. */
  alsoInitial?: readonly State[];
  /** Nothing waits here any more. */
  terminal: readonly State[];
  states: Readonly<Record<State, StateRule<State, Command, Actor>>>;
}

export interface StateRule<State extends string, Command extends string, Actor extends string> {
  on: Readonly<Partial<Record<Command, Transition<State, Actor>>>>;
  timers?: readonly Timer<Command>[];
}

export interface Transition<State extends string, Actor extends string> {
  to: State;
  by: readonly Actor[];
}

export interface Timer<Command extends string> {
  /** Unique within the machine. */
  name: string;
  /** What the system does when the time has come: a command of this state, or only a reminder. */
  does: Command | 'remind';
}

/** The commands that these actors may give in this state, in the table's order. */
export function allowed<S extends string, C extends string, A extends string>(
  machine: Machine<S, C, A>,
  state: S,
  actors: ReadonlySet<A>,
): C[] {
  // `Object.entries` widens the keys of the table, which are commands by its type.
  const entries = Object.entries(machine.states[state].on) as [C, Transition<S, A> | undefined][];
  return entries
    .filter(([, rule]) => rule?.by.some((actor) => actors.has(actor)))
    .map(([command]) => command);
}

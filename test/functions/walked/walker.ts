import type { Machine } from '../../../cloudfunctions/core/machine';

/** One step of a machine, as it stands in docs/machines.md: `wish: open claim claimed by claimer`. */
export interface Transition {
  machine: string;
  from: string;
  command: string;
  to: string;
  by: readonly string[];
}

export function transitionsOf(machine: Machine<string, string, string>): Transition[] {
  return Object.entries(machine.states).flatMap(([from, rule]) =>
    Object.entries(rule.on).flatMap(([command, exit]) =>
      exit === undefined ? [] : [{ machine: machine.name, from, command, to: exit.to, by: exit.by }],
    ),
  );
}

/** What only the clock or a leaving person does is gone through last. */
const BY_PEOPLE = 1;
const BY_SYSTEM = 5;

/**
 * The cheapest way to a state: the commands one after the other, from where things begin.
 * `without`: commands that this way does not go through.
 */
export function wayTo(
  machine: Machine<string, string, string>,
  start: string,
  goal: string,
  without: readonly string[] = [],
): Transition[] | null {
  const cost = new Map<string, number>([[start, 0]]);
  const ways = new Map<string, Transition[]>([[start, []]]);
  const open = [start];
  for (let state = next(open, cost); state !== undefined; state = next(open, cost)) {
    const soFar = ways.get(state) ?? [];
    if (state === goal) return soFar;
    for (const step of transitionsOf(machine).filter(
      ({ from, command }) => from === state && !without.includes(command),
    )) {
      const price = (cost.get(state) ?? 0) + (step.by.includes('system') ? BY_SYSTEM : BY_PEOPLE);
      if (price >= (cost.get(step.to) ?? Number.POSITIVE_INFINITY)) continue;
      cost.set(step.to, price);
      ways.set(step.to, [...soFar, step]);
      open.push(step.to);
    }
  }
  return null;
}

function next(open: string[], cost: ReadonlyMap<string, number>): string | undefined {
  open.sort((a, b) => (cost.get(a) ?? 0) - (cost.get(b) ?? 0));
  return open.shift();
}

/** The table of docs/machines.md. */
export function written(transitions: readonly Transition[]): string {
  return transitions
    .map(
      ({ machine, from, command, to, by }) =>
        `| ${machine} | ${from} | ${command} | ${to} | ${by.join(', ')} |`,
    )
    .join('\n');
}

import type { Machine } from './machine';

/**
 * What is wrong with a machine, in words; an empty list proves that every state can be reached, no
 * state is stuck, every state can come to an end, and every timer leads out of its state or reminds.
 */
export function problemsOf(machine: Machine<string, string, string>): string[] {
  const problems: string[] = [];
  const states = Object.keys(machine.states);
  const exits = (state: string) =>
    Object.values(machine.states[state]?.on ?? {}).flatMap((rule) => (rule ? [rule.to] : []));

  const closure = (from: readonly string[], step: (state: string) => readonly string[]) => {
    const seen = new Set(from);
    const queue = [...from];
    for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
      for (const next of step(state)) {
        if (!seen.has(next)) {
          seen.add(next);
          queue.push(next);
        }
      }
    }
    return seen;
  };

  const reachable = closure([machine.initial, ...(machine.alsoInitial ?? [])], exits);
  const ends = closure(machine.terminal, (state) => states.filter((other) => exits(other).includes(state)));
  const timerNames = new Set<string>();

  for (const state of states) {
    const rule = machine.states[state];
    if (!reachable.has(state)) problems.push(`${machine.name}: ${state} cannot be reached`);
    if (!ends.has(state)) problems.push(`${machine.name}: from ${state} nothing leads to an end`);
    const terminal = machine.terminal.includes(state);
    if (!terminal && exits(state).length === 0) problems.push(`${machine.name}: ${state} is stuck`);
    for (const [command, exit] of Object.entries(rule?.on ?? {})) {
      if (exit === undefined) continue;
      if (!states.includes(exit.to))
        problems.push(`${machine.name}: ${state} → ${command} leads to unknown ${exit.to}`);
      if (exit.by.length === 0) problems.push(`${machine.name}: nobody may ${command} in ${state}`);
    }
    for (const timer of rule?.timers ?? []) {
      if (timerNames.has(timer.name)) problems.push(`${machine.name}: two timers are called ${timer.name}`);
      timerNames.add(timer.name);
      if (timer.does !== 'remind' && rule?.on[timer.does] === undefined) {
        problems.push(
          `${machine.name}: timer ${timer.name} of ${state} does ${timer.does}, which is no exit`,
        );
      }
    }
  }
  return problems;
}

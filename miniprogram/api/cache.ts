import type { ActionName, InputOf, KindOf, OutputOf } from '../contract/actions';
import { CONTRACT_VERSION } from '../contract/envelope';
import type { Intention } from './attempt';
import { call, serverNow, Unreachable } from './call';
import { createMemory } from './memory';
import { storage } from './storage';
import { troubleOf } from './trouble';

type ReadName = { [Name in ActionName]: KindOf<Name> extends 'read' ? Name : never }[ActionName];

export interface Loaded<Output> {
  output: Output;
  /** `null`: fresh. Otherwise the last copy of this phone and when it was true, epoch ms: show the offline bar. */
  seenAt: number | null;
}

const memory = createMemory(storage, CONTRACT_VERSION, () => serverNow());

/**
 * A read worth showing without a network: fresh when there is an answer, else the last copy.
 * @throws Refused; Unreachable when there is no copy either.
 */
export async function load<Name extends ReadName>(
  name: Name,
  input: InputOf<Name>,
): Promise<Loaded<OutputOf<Name>>> {
  try {
    // A read has no intention to name.
    const output = await call(name, input, ...([] as unknown as Intention<Name>));
    memory.remember(name, input, output);
    return { output, seenAt: null };
  } catch (failure) {
    if (troubleOf(failure).state === 'empty') memory.forget(name, input);
    const copy = failure instanceof Unreachable ? memory.recall(name, input) : null;
    if (copy === null) throw failure;
    // Written by `remember` under this very name and contract version.
    return { output: copy.output as OutputOf<Name>, seenAt: copy.at };
  }
}

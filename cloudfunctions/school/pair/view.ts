import type { PairCommand, PairView } from '@contract/home-lesson';
import { commandsOf } from './decide';
import { type Pair, sideOf } from './model';

const OPEN: readonly string[] = ['agree', 'refuse', 'take_back', 'end'] satisfies PairCommand[];

export function pairView(pair: Pair, reader: string): PairView {
  const side = sideOf(pair, reader);
  return {
    id: pair._id,
    direction: pair.direction,
    state: pair.state,
    side,
    other: side === 'old' ? pair.youngLine : pair.oldLine,
    askedByMe: pair.askedBy === reader,
    next: commandsOf(pair, reader).filter((command): command is PairCommand => OPEN.includes(command)),
    sample: pair.sample,
  };
}

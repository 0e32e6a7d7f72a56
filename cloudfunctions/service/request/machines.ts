import type { RequestState } from '@contract/request-states';
import type { RequestKind } from '@contract/words';
import type { Machine } from '../../core/machine';
import type { Actor } from './actors';
import { errandMachine } from './errand-machine';
import { gridMachine } from './grid-machine';
import type { AnyCommand } from './model';
import { wishMachine } from './wish-machine';

export const MACHINES: Readonly<Record<RequestKind, Machine<RequestState, AnyCommand, Actor>>> = {
  // Each table covers the states of its own kind; a request is never in another kind's state.
  wish: wishMachine as unknown as Machine<RequestState, AnyCommand, Actor>,
  errand: errandMachine as unknown as Machine<RequestState, AnyCommand, Actor>,
  grid: gridMachine as unknown as Machine<RequestState, AnyCommand, Actor>,
};

export function isOver(kind: RequestKind, state: RequestState): boolean {
  return MACHINES[kind].terminal.includes(state);
}

import type { RequestState } from '@contract/request-states';

/** Done, and carried to the door with the receipt, or said since to be done or not. */
const FINISHED: ReadonlySet<RequestState> = new Set([
  'done',
  'delivered',
  'returned',
  'awaiting',
  'confirmed',
  'closed',
  'closed_unconfirmed',
]);

/** A receipt says what came of it. */
export const isFinished = ({ state }: { state: RequestState }): boolean => FINISHED.has(state);

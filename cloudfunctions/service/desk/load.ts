import type { LoadView } from '@contract/work';

/** What is open in one community, counted by what the desk tells apart. Pure. */

/** So many of one kind: on which desk, in which state, whether past the promise or near it. */
export interface Heap {
  of: Readonly<Record<'desk' | 'state' | 'late' | 'soon', unknown>>;
  count: number;
}

export function loadFrom(heaps: readonly Heap[]): LoadView {
  const count = (is: (of: Heap['of']) => boolean) =>
    heaps.filter(({ of }) => is(of)).reduce((all, one) => all + one.count, 0);
  return {
    waiting: count(({ desk }) => desk === 'waiting'),
    underWay: count(({ desk }) => desk === 'none'),
    // What still waits to be handed out stands in its own count.
    soon: count(({ desk, soon }) => desk === 'none' && soon === true),
    late: count(({ late }) => late === true),
    replies: count(({ desk }) => desk === 'replies'),
    pendingLong: count(({ state }) => state === 'pending_long'),
    withDepartments: count(({ state }) => state === 'dept_joined'),
  };
}

import { isOpen, turnOf } from './decide';
import type { Complaint } from './model';

/** Whoever said it is erased: nobody waits for an answer any more, and nothing of theirs is left. Pure. */
export function emptied(complaint: Complaint): Complaint {
  const state = isOpen(complaint.state) ? 'withdrawn' : complaint.state;
  return {
    ...complaint,
    people: [],
    anonymous: true,
    words: '',
    answer: '',
    state,
    turn: turnOf(state),
    promisedFor: isOpen(state) ? complaint.promisedFor : null,
    timeline: complaint.timeline.map((entry) => ({ ...entry, says: '' })),
    effects: [],
  };
}

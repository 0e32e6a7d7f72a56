import type { ComplaintCard, ComplaintCommand, ComplaintView, ComplaintWord } from '@contract/complaint';
import { allowed } from '../../core/machine';
import { type AnyComplaintCommand, complaintMachine } from './machine';
import type { Complaint, ComplaintActor } from './model';

const SYSTEM: ReadonlySet<AnyComplaintCommand> = new Set<AnyComplaintCommand>(['escalate', 'file']);

/** @param code shown to who said it; the desks find it by its id. */
export function complaintView(
  complaint: Complaint,
  actors: ReadonlySet<ComplaintActor>,
  reader: { id: string | null; now: number },
): ComplaintView {
  const { _id, subject, words, state, anonymous, channel, answer, promisedFor, sample } = complaint;
  const barred = reader.id !== null && complaint.barred.includes(reader.id) && !actors.has('voice');
  const next = barred ? [] : allowed(complaintMachine, state, actors);
  return {
    id: _id,
    code: actors.has('voice') ? complaint.code : '',
    subject,
    words,
    state,
    anonymous,
    channel,
    answer,
    promisedFor,
    late: isLate(complaint, reader.now),
    history: complaint.timeline.map(({ at, says, who }) => ({ at, text: says, who, occurredAt: null })),
    sample,
    next: next.filter((command): command is ComplaintCommand | ComplaintWord => !SYSTEM.has(command)),
  };
}

function isLate({ promisedFor }: Complaint, now: number): boolean {
  return promisedFor !== null && promisedFor < now;
}

export function complaintCard(complaint: Complaint, now: number): ComplaintCard {
  const { _id, subject, words, state, promisedFor, createdAt, sample } = complaint;
  return { id: _id, subject, words, state, promisedFor, late: isLate(complaint, now), at: createdAt, sample };
}

import type { Act } from '../../core/act';
import type { RequestEntry, ServiceRequest } from './model';

/** Said beside the machine: it stands in the history, and the matter stays where it is. @param who as people read it. Pure. */
export function remark(
  { state }: Pick<ServiceRequest, 'state'>,
  { command, says, who = '社区' }: { command: string; says: string; who?: string },
  { rid, now, by }: Act,
): RequestEntry {
  return { rid, at: now, by, command, from: state, to: state, says, who, occurredAt: null };
}

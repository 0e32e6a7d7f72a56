import type { ComplaintInput, ComplaintView } from '@contract/complaint';
import type { Channel } from '@contract/words';
import { birth } from '../../core/birth';
import { afterWorkdays } from '../../core/calendar';
import { personId } from '../../core/caller';
import type { ActionContext } from '../../core/context';
import { derivedId, shortCode } from '../../core/ids';
import { refuse } from '../../core/refusal';
import { requests } from '../../service/request/definition';
import { noted, turnOf } from './decide';
import { complaints } from './definition';
import type { Complaint } from './model';
import { CODE_LENGTH, VOICE, viewOf } from './read';

/** How a complaint comes in, with or without a name. */

/** Who worked on the matter that it is about; only of one's own matter. */
export async function concerned(context: ActionContext, requestId: string | null): Promise<string[]> {
  if (requestId === null) return [];
  const request = await context.repository(requests).find(requestId);
  const own = context.caller.id !== null && request?.people.includes(context.caller.id) === true;
  if (request === null || !own) return refuse('INVALID_INPUT', { field: 'requestId' });
  const hands = request.timeline
    .map(({ by }) => by)
    .filter((by) => by !== 'system' && !request.people.includes(by));
  return [...new Set([...hands, ...(request.helperId === null ? [] : [request.helperId])])];
}

interface Saying {
  input: Omit<ComplaintInput, 'requestId' | 'anonymous'>;
  anonymous: boolean;
  people: string[];
  channel: Channel;
  barred: string[];
  sample: boolean;
}

export async function said(context: ActionContext, { input, ...saying }: Saying): Promise<ComplaintView> {
  const repository = context.repository(complaints);
  // Without a name the id follows from the rid alone: nothing in it leads to anybody.
  const rid = context.rid.slice(context.rid.indexOf(':') + 1);
  const owner = saying.anonymous ? 'nobody' : (saying.people[0] ?? personId(context.caller));
  const complaintId = derivedId('complaint', owner, rid);
  // About the desk itself it goes to the auditor at once.
  const state = input.subject === 'desk' ? 'escalated' : 'received';
  const fresh: Complaint = {
    ...birth(complaintId, complaints.schema, saying.people, context.now),
    ...input,
    timeline: [],
    code: shortCode('complaint', complaintId, CODE_LENGTH),
    state,
    anonymous: saying.anonymous,
    channel: saying.channel,
    barred: saying.barred,
    answer: '',
    answeredAt: null,
    promisedFor: afterWorkdays(context.now, context.settings.complaintWorkdays),
    turn: turnOf(state),
    sample: saying.sample,
  };
  const words = saying.channel === 'self' ? '您说了，有人会给您回话' : '社区替您记下了，有人会给您回话';
  const { now, settings, invocation } = context;
  const step = { now, rid, by: 'voice', actors: VOICE, settings, invocation };
  const written = noted(fresh, 'say', words, step);
  const { doc } = await repository.create({ ...written, wakeAt: complaints.nextTimer(written, settings) });
  return viewOf(context, doc, VOICE);
}

import { refuse } from '../../core/refusal';
import { peopleWith } from './group';
import { MACHINES } from './machines';
import type { AnyCommand, RequestEntry, ServiceRequest } from './model';
import { notices } from './notices';
import { OUTCOMES } from './outcomes';
import { SENTENCES } from './sentences';
import { settle } from './settle';
import type { Inputs, RequestStep } from './step';

/**
 * One command on one request: the machine says whether and by whom, the outcome what changes, the
 * sentence what the resident reads, the notices who is told. Pure.
 * @throws NOT_NOW, NOT_ALLOWED, CLAIMED_BY_OTHER, OWN_MATTER and what the outcome refuses
 */
export function decide<Command extends AnyCommand>(
  request: ServiceRequest,
  command: Command,
  input: Inputs[Command],
  step: RequestStep,
): ServiceRequest {
  const rule = MACHINES[request.kind].states[request.state]?.on[command];
  if (rule === undefined)
    refuse(command === 'claim' && request.helperId !== null ? 'CLAIMED_BY_OTHER' : 'NOT_NOW');
  if (!rule.by.some((actor) => step.actors.has(actor))) {
    refuse(command === 'claim' && step.actors.has('resident') ? 'OWN_MATTER' : 'NOT_ALLOWED');
  }
  const changed = { ...request, ...OUTCOMES[command](request, input, step) };
  // Somebody of the group has taken over: it goes on where it stands, with a new first contact.
  const passedOn = (command === 'release' || command === 'helper_gone') && changed.helper !== null;
  const to = passedOn ? request.state : changed.state === request.state ? rule.to : changed.state;
  // Holding on anew starts the seven days anew.
  const entered = to !== request.state || command === 'convert' || passedOn || command === 'hold';
  const moved: ServiceRequest = {
    ...changed,
    people: peopleWith(request, changed),
    state: to,
    enteredAt: entered ? step.now : request.enteredAt,
    timersDone: entered ? [] : request.timersDone,
  };
  const entry: RequestEntry = {
    rid: step.rid,
    at: step.now,
    by: step.by,
    command,
    from: request.state,
    to,
    says: SENTENCES[command](moved, input, step),
    who: step.who.name,
    occurredAt: step.occurredAt,
  };
  const written = settle({ ...moved, timeline: [...moved.timeline, entry] }, entered, step);
  return { ...written, effects: [...written.effects, ...notices(request, written, entry, step)] };
}

import type { RequestCommand, RequestCommands } from '@contract/request-states';
import type * as v from 'valibot';
import { type AnyAction, action } from '../../core/action';
import type { ActionContext } from '../../core/context';
import { carryOut } from '../../core/effects';
import type { RoleGrant } from '../../core/permissions';
import { refuse } from '../../core/refusal';
import type { Bond } from '../../people/family/model';
import { bondWith } from '../../people/family/read';
import type { Person } from '../../people/person/model';
import { mustKnow } from '../../people/person/read';
import { personLine } from '../../people/person/show';
import { type Actor, actorsOf, agreedAlready, barred, isClaimable, reads } from './actors';
import { decide } from './decide';
import { requests } from './definition';
import type { ServiceRequest } from './model';
import type { Preparation } from './preparation-read';
import { viewOf } from './read';
import type { Inputs, RequestStep } from './step';

type CommandInput<Command extends RequestCommand> = { id: string } & RequestCommands[Command];

type Prepare<Command extends RequestCommand> = (
  context: ActionContext,
  input: CommandInput<Command>,
) => Promise<Preparation>;

/** A command of the contract as an action `request.NAME`: who it is for them, one decision, one view. */
export function command<Command extends RequestCommand>(
  name: Command,
  input: v.GenericSchema<unknown, CommandInput<Command>>,
  prepare?: Prepare<Command>,
): AnyAction {
  const run = async (context: ActionContext, given: CommandInput<Command>) => {
    const repository = context.repository(requests);
    const { id: requestId, ...rest } = given;
    const ready = await prepare?.(context, given);
    const me = await mustKnow(context);
    const { beneficiary } = await repository.load(requestId);
    const elderId = beneficiary.personId;
    const held = await bondWith(context, elderId);
    const { doc } = await repository.change(requestId, context.rid, (before) => {
      const bond = before.beneficiary.personId === elderId ? held : null;
      const actors = actorsOf(before, context.caller, bond);
      if (name === 'approve' && !actors.has('approver') && agreedAlready(before, context.caller))
        refuse('AGREED_ALREADY');
      if (
        !reads(actors, before, context.caller) &&
        !before.wall &&
        !(name === 'claim' && (before.helperId !== null || isClaimable(before))) &&
        !(name === 'team_up' && before.group)
      )
        refuse('NOT_FOUND');
      if (barred(bond, name)) refuse('NOT_AGREED');
      mustBeFresh(before, given);
      const step: RequestStep = {
        now: context.now,
        rid: context.rid,
        by: me._id,
        who: shownAs(me, context.caller.grants, actors, before, bond),
        actors,
        settings: context.settings,
        invocation: context.invocation,
        occurredAt: context.occurredAt,
        ...ready,
      };
      // `given` is the contract's input of this very command beside the id.
      return decide(before, name, rest as unknown as Inputs[Command], step);
    });
    await carryOut(repository, doc, context.carrier);
    return viewOf(context, doc);
  };
  const contended = CONTENDED.has(name) ? { contended: true as const } : {};
  return action({
    name: `request.${name}`,
    kind: 'write',
    ...contended,
    input,
    allow: 'person',
    run,
  } as Parameters<typeof action>[0]);
}

/** Who takes it, who gives it away, and whether it is done: what two may answer at the same moment. */
const CONTENDED: ReadonlySet<RequestCommand> = new Set<RequestCommand>([
  'publish',
  'dispatch',
  'claim',
  'team_up',
  'release',
  'accept',
  'bounce',
  'confirm',
  'reopen',
  'withdraw',
]);

/** A form that was open while something happened to the matter is filled in anew. @throws STALE */
function mustBeFresh({ timeline }: ServiceRequest, given: object): void {
  if ('seen' in given && given.seen !== timeline.length) refuse('STALE');
}

function shownAs(
  me: Person,
  grants: readonly RoleGrant[],
  actors: ReadonlySet<Actor>,
  request: ServiceRequest,
  bond: Bond | null,
) {
  if (bond !== null && actors.has('resident')) return { name: '家里人', role: '', sample: me.sample };
  if (actors.has('resident')) return { name: '您', role: '', sample: me.sample };
  if ((actors.has('dispatcher') || actors.has('approver')) && request.helperId !== me._id)
    return { name: '社区', role: '社区受理员', sample: me.sample };
  return personLine(me, grants.at(0)?.role ?? 'volunteer');
}

import type { RequestCommand } from '@contract/request-states';
import { allowed } from '../../core/machine';
import type { Actor } from './actors';
import { placesLeft } from './group';
import { MACHINES } from './machines';
import type { AnyCommand, ServiceRequest, SystemCommand } from './model';
import { wasAsked } from './outcomes';

const SYSTEM: ReadonlySet<AnyCommand> = new Set<SystemCommand>([
  'unanswered',
  'fall_back',
  'return',
  'unconfirmed',
  'file',
]);

/** What this reader may do next. */
export function nextCommands(
  request: ServiceRequest,
  actors: ReadonlySet<Actor>,
  readerId: string | null,
): RequestCommand[] {
  const commands = allowed(MACHINES[request.kind], request.state, actors);
  const mine = commands.filter(
    (command): command is RequestCommand =>
      !SYSTEM.has(command) && isLeft(request, command, actors, readerId),
  );
  // Who does it does not judge it; what was asked once is not asked again.
  return request.helperId === readerId
    ? mine.filter((command) => command !== 'confirm' && command !== 'reopen' && command !== 'rate')
    : mine;
}

/** Once is enough: a question, a putting off, and one's own button for what was entrusted. */
function isLeft(
  request: ServiceRequest,
  command: AnyCommand,
  actors: ReadonlySet<Actor>,
  readerId: string | null,
): boolean {
  if (command === 'ask') return !wasAsked(request);
  if (command === 'extend') return request.extended !== true;
  if (command === 'approve') return actors.has('approver');
  if (command === 'team_up')
    return placesLeft(request) > 0 && request.helperId !== readerId && !actors.has('companion');
  return true;
}

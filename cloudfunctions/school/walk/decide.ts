import type { Effect } from '../../core/aggregate';
import { promise } from '../../core/effects';
import { allowed } from '../../core/machine';
import { refuse } from '../../core/refusal';
import { type WalkActor, type WalkStep, walkMachine } from './machine';
import type { Walk } from './model';
import { noticeOf } from './notices';

/** What a command does to a walk; pure. */

export interface Turn {
  now: number;
  rid: string;
  by: string;
  invocation: string;
}

/** Who the reader is to this walk. */
export function actorsOf(walk: Walk, personId: string | null, office: boolean): Set<WalkActor> {
  const actors = new Set<WalkActor>();
  if (personId !== null && walk.bookerId === personId) actors.add('booker');
  if (office) actors.add('office');
  const answers = walk.desk === 'office' ? office : walk.desk === personId;
  if (answers) actors.add('answerer');
  return actors;
}

/** One step of the machine, with the place given back and the other side told. @throws NOT_ALLOWED, NOT_NOW */
export function step(
  walk: Walk,
  command: WalkStep,
  actors: ReadonlySet<WalkActor>,
  turn: Turn,
  reason = '',
): Walk {
  if (actors.size === 0) refuse('NOT_ALLOWED');
  const rule = walkMachine.states[walk.state].on[command];
  if (rule === undefined) return refuse('NOT_NOW');
  if (!allowed(walkMachine, walk.state, actors).includes(command)) refuse('NOT_ALLOWED');
  const open = rule.to === 'asked' || rule.to === 'confirmed';
  const next: Walk = {
    ...walk,
    state: rule.to,
    open,
    reason,
    lapsed: command === 'lapse',
    timeline: [...walk.timeline, { rid: turn.rid, at: turn.now, by: turn.by, command }],
  };
  return { ...next, effects: [...next.effects, ...followUps(next, command, turn)] };
}

function followUps(walk: Walk, command: WalkStep, turn: Turn): Effect[] {
  const told = noticeOf(walk, command, turn);
  const freed =
    walk.state === 'declined' || walk.state === 'cancelled'
      ? [
          promise(
            `${walk._id}:free`,
            'walk_free',
            { stopId: walk.stopId, walkId: walk._id },
            turn.invocation,
            turn.now,
          ),
        ]
      : [];
  return [...freed, ...(told === null ? [] : [told])];
}

import type { WalkCommand, WalkView } from '@contract/route';
import { allowed } from '../../core/machine';
import { actorsOf } from './decide';
import { walkMachine } from './machine';
import type { Walk } from './model';

const isCommand = (name: string): name is WalkCommand =>
  name === 'confirm' || name === 'decline' || name === 'cancel';

export function walkView(walk: Walk, reader: { personId: string | null; office: boolean }): WalkView {
  const actors = actorsOf(walk, reader.personId, reader.office);
  return {
    id: walk._id,
    stop: {
      id: walk.stopId,
      name: walk.stopName,
      title: walk.stopTitle,
      kind: walk.stopKind,
      route: walk.route,
    },
    startsAt: walk.startsAt,
    half: walk.half,
    size: walk.size,
    group: walk.group,
    communityId: walk.communityId,
    state: walk.state,
    reason: walk.reason,
    lapsed: walk.lapsed,
    safety: walk.safety,
    mine: actors.has('booker'),
    sample: walk.sample,
    next: allowed(walkMachine, walk.state, actors).filter(isCommand),
  };
}

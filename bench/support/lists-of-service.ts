import type { ActionName, InputOf } from '@contract/actions';
import { type Busy, deed, who } from './deeds';
import { busy, ON_WALL, personOf, requestOf, staffOf } from './street';

/** Every list of the services, each as somebody opens it who has something on it. */

type Staff = Parameters<typeof staffOf>[0];
const at =
  <Name extends ActionName>(desk: Staff, name: Name, input: InputOf<Name>): Busy =>
  (_, size) => ({ deed: deed(staffOf(desk, size), name, input) });
const anybody =
  <Name extends ActionName>(name: Name, input: InputOf<Name>): Busy =>
  (n, size) => ({ deed: deed(who(n, size), name, input) });
/** Members help; every tenth is one. */
const member =
  <Name extends ActionName>(name: Name, input: InputOf<Name>): Busy =>
  (n, size) => ({ deed: deed((n * 10) % busy(size), name, input) });

/** Of the desk's own community. */
const waiting = (n: number, size: number): string => {
  const last = size - 2 * ON_WALL - 1 - (n % (ON_WALL - 3));
  return requestOf(last - (last % 3));
};

export const SERVICE: Readonly<Record<string, Busy>> = {
  'request.helping': member('request.helping', {}),
  'rating.hints': member('rating.hints', {}),
  'family.matters': (n, size) => {
    const relative = (1 + (n % (busy(size) / 10 - 1))) * 10;
    return { deed: deed(relative, 'family.matters', { personId: personOf(relative - 1) }) };
  },
  'wish.get': (n, size) => ({
    deed: deed(who(n, size), 'wish.get', { id: requestOf(size - 1 - (n % (ON_WALL - 10))) }),
  }),
  'catalogue.list': anybody('catalogue.list', {}),
  'notice.list': anybody('notice.list', { communityId: null }),
  'brand.get': anybody('brand.get', { brand: 'brand_red_sesame' }),
  'team.list': anybody('team.list', {}),
  'activity.list': anybody('activity.list', { teamId: 'wish', after: null }),
  'hours.mine': anybody('hours.mine', {}),
  'dual.lists': anybody('dual.lists', {}),
  'sesame.get': anybody('sesame.get', {}),
  'award.board': anybody('award.board', { after: null }),
  'award.mine': anybody('award.mine', {}),
  'complaint.mine': anybody('complaint.mine', {}),
  'trip.coming': anybody('trip.coming', {}),
  'grid.board': at('grid_worker', 'grid.board', {}),
  'grid.board of a department': at('liaison', 'grid.board', {}),
  'trip.options': at('grid_worker', 'trip.options', {}),
  'trip.mine': at('grid_worker', 'trip.mine', {}),
  'activity.leading': at('team_lead', 'activity.leading', {}),
  'desk.triage': at('dispatcher', 'desk.triage', { communityId: null }),
  'desk.load': at('dispatcher', 'desk.load', { communityId: null }),
  'desk.approvals': at('dispatcher', 'desk.approvals', {}),
  'desk.approvals of the committee': at('committee', 'desk.approvals', {}),
  'desk.helpers': (n, size) => ({
    deed: deed(staffOf('dispatcher', size), 'desk.helpers', { id: waiting(n, size) }),
  }),
  // What is said nearby of the same thing stands beside it.
  'request.get at the desk': (n, size) => ({
    deed: deed(staffOf('dispatcher', size), 'request.get', { id: waiting(n, size) }),
  }),
  'desk.callbacks': at('dispatcher', 'desk.callbacks', { communityId: null }),
  'danger.list': at('dispatcher', 'danger.list', { communityId: null }),
  'rating.desk': at('dispatcher', 'rating.desk', { communityId: null }),
  'rating.desk of the auditor': at('auditor', 'rating.desk', { communityId: null }),
  'trip.desk': at('dispatcher', 'trip.desk', { communityId: null }),
  'complaint.desk': at('dispatcher', 'complaint.desk', {}),
  'complaint.desk of the auditor': at('auditor', 'complaint.desk', {}),
  'award.desk': at('dispatcher', 'award.desk', {}),
  'award.desk of the committee': at('committee', 'award.desk', {}),
  'ledger.export': at('dispatcher', 'ledger.export', { month: '2026-05', as: 'errands' }),
};

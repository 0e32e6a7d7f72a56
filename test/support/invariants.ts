import type { Session } from '../../cloudfunctions/school/session/model';
import { MACHINES } from '../../cloudfunctions/service/request/machines';
import type { ServiceRequest } from '../../cloudfunctions/service/request/model';

/** What holds of a stored document at every moment, said as what is wrong with it; '' when nothing is. */

export function troubleOfSeats(session: Session): string {
  const { capacity, seats, holders, offers, queue } = session;
  const sum = seats.open + seats.elderOpen + holders.length + offers.length;
  if (sum !== capacity) return `${sum} of ${capacity} seats are accounted for`;
  if (seats.open < 0 || seats.elderOpen < 0) return 'fewer than no seats are free';
  const ids = [...holders, ...offers, ...queue].map(({ personId }) => personId);
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice !== undefined) return `${twice} is in two places`;
  if ([...session.people].sort().join() !== [...ids].sort().join())
    return `it is said to be ${session.people}'s, and is ${ids}'s`;
  if (session.state === 'open' && seats.open > 0 && queue.length > 0)
    return 'somebody waits before a free seat';
  if (session.state === 'open' && seats.elderOpen > 0 && queue.some(({ elder }) => elder))
    return 'an elder waits before a seat kept for elders';
  return troubleOfRids(session.timeline);
}

/** States in which somebody has to be at work. */
const HELPED: ReadonlySet<string> = new Set([
  'claimed',
  'in_progress',
  'delivered',
  'dispatched',
  'accepted',
  'handling',
  'handled',
  'blown',
  'dept_joined',
  'on_hold',
  'pending_long',
  'entrusted',
  'materials_in',
  'processing',
  'done',
  'returned',
  'awaiting',
]);

export function troubleOfRequest(request: ServiceRequest): string {
  const { timeline, state, kind, helper, helperId } = request;
  for (const [place, entry] of timeline.entries()) {
    const before = timeline[place - 1];
    if (before !== undefined && entry.from !== before.to)
      return `${entry.command} began in ${entry.from}, after ${before.command} had led to ${before.to}`;
    if (entry.says === '' || entry.who === '') return `nothing is said of ${entry.command}`;
    const over = MACHINES[kind].terminal.includes(entry.to);
    // What is said afterwards (a call after a bad rating) leaves it where it is.
    const next = timeline[place + 1];
    if (over && next !== undefined && next.to !== entry.to) return `${entry.to} was left again`;
  }
  if (timeline.at(-1)?.to !== state) return `it is ${state}, and its timeline ends in ${timeline.at(-1)?.to}`;
  if ((helper?.personId ?? null) !== helperId) return 'two are said to help';
  const along = (request.group?.members ?? []).map(({ personId }) => personId);
  if (request.group && along.length >= request.group.most) return 'more come along than there is room for';
  if (along.length > 0 && new Set([...along, helperId]).size !== along.length + 1)
    return 'somebody comes along twice';
  if (HELPED.has(state) && helper === null) return `nobody helps in ${state}`;
  if ((state === 'open' || state === 'bounced') && helper !== null) return `somebody helps in ${state}`;
  const owner = request.beneficiary.personId ?? request.requesterId;
  if (owner !== null && !request.people.includes(owner)) return 'whose it is does not find it';
  if (new Set(request.people).size !== request.people.length) return 'it is twice somebody’s';
  return troubleOfRids(timeline);
}

function troubleOfRids(timeline: readonly { rid: string }[]): string {
  const rids = timeline.map(({ rid }) => rid);
  const twice = rids.find((rid, place) => rids.indexOf(rid) !== place);
  return twice === undefined ? '' : `${twice} was done twice`;
}

import type { StationView } from '@contract/station';
import type { ActionContext, RunContext } from '../../core/context';
import { sessions } from '../session/definition';
import { HEAVY } from '../session/read';
import { type Station, stations } from './model';

/** One street has a few dozen of them. */
const STATIONS = 200;

export function allStations(run: RunContext): Promise<Station[]> {
  return run
    .repository(stations)
    .list({ where: { open: true }, order: [['createdAt', 'asc']], limit: STATIONS });
}

export async function stationView(context: ActionContext, station: Station): Promise<StationView> {
  const found = await context.repository(sessions).list({
    where: { venueId: station._id, startsAt: context.database.command.gt(context.now) },
    order: [['startsAt', 'asc']],
    limit: 10,
    without: HEAVY,
  });
  const { name, kind, place, communityId, slots, topics, size } = station;
  return {
    id: station._id,
    report: { name, kind, place, communityId, slots, topics, size },
    open: station.open,
    classes: found
      .filter(({ shelf, state }) => shelf === 'coming' && state !== 'postponed')
      .map((one) => ({ id: one._id, title: one.title, startsAt: one.startsAt, left: one.seats.open })),
  };
}

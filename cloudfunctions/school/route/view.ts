import type { RouteCard, RouteView, StopCommand, StopView } from '@contract/route';
import { ROUTES, type Route } from '@contract/words';
import type { Settings } from '../../core/settings';
import { isOld } from '../content/fresh';
import { isOfficeWord, type Stop } from './model';
import { monthsFrom, stopMonths, takenDays } from './places';
import { ROUTE_FACTS } from './routes';

/** How the reader stands to stops. */
export interface StopReader {
  personId: string | null;
  /** Holds `school.manage`. */
  office: boolean;
  now: number;
  settings: Settings;
}

/** Who answers for a stop: the storyteller's own account, or the office while there is none. */
export function answersFor(stop: Stop, reader: Pick<StopReader, 'personId' | 'office'>): boolean {
  return stop.tellerId === null ? reader.office : stop.tellerId === reader.personId;
}

function commandsOf(stop: Stop, reader: StopReader, months: StopView['months']): StopCommand[] {
  const commands: StopCommand[] = [];
  const [month = ''] = monthsFrom(reader.now, 1);
  const answers = answersFor(stop, reader);
  const teller = stop.tellerId !== null && stop.tellerId === reader.personId;
  if (months.some(({ state }) => state === 'open')) commands.push('book');
  if (answers && stop.kind === 'person') commands.push(stop.resting.includes(month) ? 'resume' : 'rest');
  if (teller) commands.push(stop.consent === 'given' ? 'withdraw' : 'agree');
  if (reader.office && stop.kind === 'person' && stop.tellerId === null) commands.push('invite');
  if (reader.office) commands.push('describe');
  return commands;
}

export function stopView(stop: Stop, reader: StopReader): StopView {
  const months = stopMonths(stop, reader.now, reader.settings.hostMonthlyCap);
  const [first = ''] = monthsFrom(reader.now, 1);
  return {
    id: stop._id,
    route: stop.route,
    kind: stop.kind,
    name: stop.name,
    title: stop.title,
    topic: stop.topic,
    manner: stop.manner,
    consent: stop.consent,
    months,
    taken: takenDays(stop).filter((day) => day >= first),
    unitConfirms: stop.unitConfirms,
    most: stop.most,
    safety: stop.safety,
    ...(reader.office && isOld(stop, isOfficeWord(stop), reader.now, reader.settings) ? { stale: true } : {}),
    sample: stop.sample,
    next: commandsOf(stop, reader, months),
  };
}

export function routeCard(code: Route, all: readonly Stop[]): RouteCard {
  const { alias, aim } = ROUTE_FACTS[code];
  const names = all.filter((stop) => stop.route === code).map((stop) => stop.name);
  return { code, name: ROUTES[code], alias, aim, stops: names };
}

export function routeView(code: Route, all: readonly Stop[], reader: StopReader): RouteView {
  return {
    ...routeCard(code, all),
    openEnded: ROUTE_FACTS[code].openEnded,
    monthlyCap: reader.settings.hostMonthlyCap,
    stops: all.filter((stop) => stop.route === code).map((stop) => stopView(stop, reader)),
  };
}

import type { ConsoleView } from '../../../contract/school';
import { CHECK_IN_WAYS } from '../../../lib/labels';
import { known } from '../../../lib/text';
import { clock, span } from '../../../lib/time';

export interface RosterRow {
  seat: string;
  name: string;
  elder: boolean;
  arrived: boolean;
  how: string;
  label: string;
}

export interface ConsoleLook {
  title: string;
  when: string;
  place: string;
  count: string;
  waiting: string;
  rows: RosterRow[];
  canShowCode: boolean;
  canEdit: boolean;
  codeNote: string;
  version: number;
  bring: string;
  agenda: string;
  capacity: string;
  familyWelcome: boolean;
  sample: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function consoleLook({ session, roster, waiting, arrived }: ConsoleView, now: number): ConsoleLook {
  const opens = session.checkIn.opensAt;
  return {
    title: session.title,
    when: span(session.startsAt, session.endsAt, now),
    place: known(session.venue.name),
    count: `${arrived} / ${roster.length} 位到了`,
    waiting: waiting === 0 ? '' : `${waiting} 位在候补`,
    rows: roster.map((line) => ({
      seat: line.seat,
      name: line.name,
      elder: line.elder,
      arrived: line.arrived !== null,
      how: line.arrived === null ? '' : `${CHECK_IN_WAYS[line.arrived.how]} ${clock(line.arrived.at)}`,
      label: `${line.name}，${line.arrived === null ? '还没点到' : '到了'}`,
    })),
    canShowCode: session.next.includes('show_code'),
    canEdit: session.next.includes('edit'),
    codeNote: now < opens ? `${clock(opens)} 起能点名、出码` : '下课了，码不出了',
    version: session.version,
    bring: session.bring.join('\n'),
    agenda: session.agenda.join('\n'),
    capacity: String(session.seats.capacity),
    familyWelcome: session.familyWelcome,
    sample: session.sample,
  };
}

/** One thing a line, as the host typed them. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

import type { ConsoleView, RosterLine } from '../../../contract/school';
import { CHECK_IN_WAYS } from '../../../lib/labels';
import { joined, known } from '../../../lib/text';
import { clock, span } from '../../../lib/time';
import { type ChangeForm, changeForm } from '../components/change/change.view';
import type { Waits } from './waiting';

export interface RosterRow {
  seat: string;
  name: string;
  elder: boolean;
  arrived: boolean;
  how: string;
  /** Tapped here and not on the server yet. */
  waits: boolean;
  /** What they said after class, '' when nothing; the name of the button follows. */
  asks: string;
  word: string;
  label: string;
}

export type Helper = Pick<RosterLine, 'seat' | 'name'>;

export interface ConsoleLook {
  title: string;
  /** When and where. */
  sub: string;
  count: string;
  waiting: string;
  rows: RosterRow[];
  /** 等着传 2, '' when nothing waits. */
  unsent: string;
  /** After class: the list is put right instead of tapped. */
  after: boolean;
  canShowCode: boolean;
  canEdit: boolean;
  codeNote: string;
  version: number;
  /** What can still be changed of it, as a form. */
  now: ChangeForm;
  sample: boolean;
  /** 帮着点名的人: who helps at the door, and who else may be asked. */
  helpers: Helper[];
  others: Helper[];
  /** 37℃圆桌: speaking in turn, and what was agreed. */
  roundtable: boolean;
  id: string;
}

/**
 * The count is what the server has; what waits on this phone is said beside it and never added.
 * @param now by the server's clock, epoch ms. @param waits by seat: what was tapped and not sent yet.
 */
export function consoleLook(
  { session, roster, waiting, arrived }: ConsoleView,
  now: number,
  waits: Waits = new Map(),
): ConsoleLook {
  const opens = session.checkIn.opensAt;
  const after = session.next.includes('backfill');
  return {
    id: session.id,
    roundtable: session.program === 'roundtable_37c',
    title: session.title,
    sub: joined(span(session.startsAt, session.endsAt, now), known(session.venue.name)),
    count: roster.length === 0 ? `${arrived} 位到了` : `${arrived} / ${roster.length} 位到了`,
    waiting: waiting === 0 ? '' : `${waiting} 位在候补`,
    unsent: waits.size === 0 ? '' : `等着传 ${waits.size}`,
    after,
    rows: roster.map((line) => rowOf(line, after, waits.get(line.seat))),
    canShowCode: session.next.includes('show_code'),
    canEdit: session.next.includes('edit'),
    codeNote:
      now < opens
        ? `${clock(opens)} 起能点名、出码`
        : after
          ? '下课了。纸上签了、没登上的，七天里都能补'
          : '下课了，码不出了',
    version: session.version,
    now: changeForm(session),
    sample: session.sample,
    helpers: roster.filter(({ steward }) => steward === 'is'),
    others: roster.filter(({ steward }) => steward === 'may'),
  };
}

function rowOf(line: RosterLine, after: boolean, wish: boolean | undefined): RosterRow {
  const waits = wish !== undefined;
  const arrived = wish ?? line.arrived !== null;
  const told = line.arrived === null ? '' : `${CHECK_IN_WAYS[line.arrived.how]} ${clock(line.arrived.at)}`;
  const asks = line.asks === null ? '' : `说来了，没登上${line.asks === '' ? '' : `：${line.asks}`}`;
  const state = waits ? `点的${arrived ? '到了' : '还没到'}，等着传` : arrived ? '到了' : '还没点到';
  return {
    seat: line.seat,
    name: line.name,
    elder: line.elder,
    arrived,
    waits,
    how: waits ? (arrived ? '点了到，等着传' : '收回来了，等着传') : told,
    asks,
    word: arrived ? '到了' : after ? (asks === '' ? '补上' : '回一句') : '点到',
    label: `${line.name}，${state}`,
  };
}

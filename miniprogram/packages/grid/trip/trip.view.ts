import type { QueuedItem } from '../../../api/queue-item';
import type { TripRecord, TripState, TripStop, TripView } from '../../../contract/trip';
import { VISIT_OUTCOMES } from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { joined } from '../../../lib/text';
import { dayTime } from '../../../lib/time';
import type { Recorded } from './written';

export interface DoorLook {
  door: string;
  word: string;
  tone: Tone;
  said: string;
  audio: { url: string; seconds: number } | null;
  link: string;
  /** Kept on this phone, not sent yet. */
  waits: boolean;
}

export interface StopLook {
  key: string;
  title: string;
  sub: string;
  /** 4 8 2 1 as one reads it out, '' where nobody is to come. */
  code: string;
  read: string;
  gone: boolean;
  isBuilding: boolean;
  link: string;
  doors: DoorLook[];
  done: boolean;
}

export interface TripLook {
  when: string;
  who: string;
  word: string;
  tone: Tone;
  stops: StopLook[];
  /** 出发 · 走完了 · '' */
  main: 'start' | 'end' | '';
  mainWord: string;
  canRecord: boolean;
  canCancel: boolean;
  sample: boolean;
}

const STATES: Readonly<Record<TripState, { word: string; tone: Tone }>> = {
  planned: { word: '定好了', tone: 'frost' },
  under_way: { word: '在路上', tone: 'red' },
  ended: { word: '走完了', tone: 'pine' },
  cancelled: { word: '没去', tone: 'plain' },
};

/**
 * The trip as it is on this phone: what the server knows, and over it what waits in the outbox.
 * @param now by the server's clock, epoch ms
 */
export function tripLook(view: TripView, waiting: readonly QueuedItem[], now: number): TripLook {
  const own = waiting.filter(({ input }) => 'id' in input && input.id === view.id);
  const state = stateOver(view.state, own);
  const main = state === 'planned' ? 'start' : state === 'under_way' ? 'end' : '';
  const records = own.flatMap(recordOf);
  return {
    when: dayTime(view.at, now),
    who: joined(view.who.role, view.who.name === view.who.role ? '' : view.who.name),
    ...STATES[state],
    stops: view.places.map((place) => stopLook(place, records, view.until > now && main !== '')),
    main,
    mainWord: main === 'start' ? '出发' : main === 'end' ? '走完了' : '',
    canRecord: main !== '',
    canCancel: state === 'planned' && view.next.includes('cancel'),
    sample: view.sample,
  };
}

function stateOver(state: TripState, waiting: readonly QueuedItem[]): TripState {
  if (state !== 'planned' && state !== 'under_way') return state;
  const given = (name: QueuedItem['name']) => waiting.some((item) => item.name === name);
  if (given('trip.end')) return 'ended';
  return given('trip.start') || given('trip.record') ? 'under_way' : state;
}

function recordOf(item: QueuedItem): Recorded[] {
  // `post` accepted this input for this very name.
  return item.name === 'trip.record' && item.state === 'waiting' ? [item.input as Recorded] : [];
}

function stopLook(place: TripStop, waiting: readonly Recorded[], open: boolean): StopLook {
  const sent = waiting.filter(({ stop }) => stop === place.key);
  const doors = [
    ...place.records.filter((one) => !sent.some(({ door }) => door === one.door)).map(doorLook),
    ...sent.map(waitingDoor),
  ];
  const code = open && !place.gone ? place.code : '';
  return {
    key: place.key,
    title: place.gone ? '这件不用去了' : place.title,
    sub: place.gone
      ? place.title
      : joined(place.requestId === null ? '敲门问需' : place.building, place.homeAt),
    code: [...code].join(' '),
    read: [...code].join(' '),
    gone: place.gone,
    isBuilding: place.requestId === null,
    link: place.requestId === null || place.gone ? '' : `/packages/grid/task/task?id=${place.requestId}`,
    doors,
    done: doors.length > 0,
  };
}

function doorLook({ door, outcome, said, audio, requestId }: TripRecord): DoorLook {
  return {
    door,
    word: VISIT_OUTCOMES[outcome],
    tone: outcome === 'met' ? 'pine' : 'plain',
    said,
    audio: audio?.url ? { url: audio.url, seconds: audio.seconds } : null,
    link: requestId === null ? '' : `/packages/service/request/request?id=${requestId}`,
    waits: false,
  };
}

function waitingDoor({ door, outcome, said, need }: Recorded): DoorLook {
  return {
    door,
    word: VISIT_OUTCOMES[outcome],
    tone: 'millet',
    said: joined(said, need === null ? '' : need.text),
    audio: null,
    link: '',
    waits: true,
  };
}

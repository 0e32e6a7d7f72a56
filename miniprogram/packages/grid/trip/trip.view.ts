import type { QueuedItem } from '../../../api/queue-item';
import type { InputOf } from '../../../contract/actions';
import type { TripRecord, TripState, TripStop, TripView } from '../../../contract/trip';
import { VISIT_OUTCOMES } from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { joined } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

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

type Recorded = InputOf<'trip.record'>;

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

/** What is asked for at a door, in a grid worker's words. */
export const NEEDS = [
  { value: '', title: '没啥要办的' },
  { value: 'errand', title: '有事要代办' },
  { value: 'wish', title: '有个小心愿' },
  { value: 'grid', title: '楼里有毛病' },
];

/** Most said at a door, to be tapped. */
export const OFTEN = ['都挺好', '天冷，叮嘱了用电用火', '唠了唠家常'] as const;

export interface Written {
  outcome: 'met' | 'nobody';
  said: string;
  need: string;
  needText: string;
  /** How they want to be called, or the code of their card. */
  name: string;
  card: string;
  recording: { path: string; seconds: number } | null;
}
export const BLANK: Written = {
  outcome: 'met',
  said: '',
  need: '',
  needText: '',
  name: '',
  card: '',
  recording: null,
};

/** What is handed in; `null` with the word of what is missing. */
export function recordInput(
  written: Written,
  at: { id: string; stop: string; door: string },
): { input: Recorded } | { missing: string } {
  const { outcome, said, need, needText, name, card, recording } = written;
  const kind = need === 'errand' || need === 'wish' || need === 'grid' ? need : null;
  const wants = outcome === 'met' && kind !== null;
  if (wants && needText.trim() === '' && recording === null)
    return { missing: '说一声要办啥，打字或者录一段' };
  const home = card.trim() !== '' ? ({ by: 'card', code: card.trim() } as const) : null;
  return {
    input: {
      ...at,
      outcome,
      said: said.trim(),
      audio: null,
      household: home ?? (name.trim() === '' ? null : { by: 'name', name: name.trim() }),
      need: wants ? { kind, text: needText.trim() } : null,
    },
  };
}

/** What was handed in, back in the form; `null` for anything but a door. */
export function writtenAgain(item: QueuedItem): { stop: string; door: string; written: Written } | null {
  if (item.name !== 'trip.record') return null;
  // `post` accepted this input for this very name.
  const { stop, door, outcome, said, household, need } = item.input as Recorded;
  return {
    stop,
    door,
    written: {
      outcome,
      said,
      need: need?.kind ?? '',
      needText: need?.text ?? '',
      name: household?.by === 'name' ? household.name : '',
      card: household?.by === 'card' ? household.code : '',
      recording: item.recording,
    },
  };
}

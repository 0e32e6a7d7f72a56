import type { StopView, WalkView } from '../../../contract/route';
import type { Tone } from '../../../lib/labels';
import { joined, UNKNOWN } from '../../../lib/text';
import { stateOf, type WalkLine, walkLine } from '../lib/stop-line';

export interface DeskStop {
  id: string;
  name: string;
  facts: string;
  word: string;
  tone: Tone;
  sample: boolean;
  rest: '' | '这个月歇歇' | '不歇了，接着讲';
  consent: '' | '先不讲了' | '我同意讲';
  invite: boolean;
  describe: boolean;
  most: string;
  safety: string;
}

export interface DeskLook {
  asked: WalkLine[];
  coming: WalkLine[];
  stops: DeskStop[];
  /** Nobody answers for anything here: the slip of the office comes first. */
  newcomer: boolean;
}

export function deskLook(stops: readonly StopView[], walks: readonly WalkView[], now: number): DeskLook {
  const lines = (state: WalkView['state']) =>
    walks.filter((walk) => walk.state === state).map((walk) => walkLine({ ...walk, mine: false }, now));
  return {
    asked: lines('asked'),
    coming: lines('confirmed'),
    stops: stops.map(deskStop),
    newcomer: stops.length === 0,
  };
}

function deskStop(stop: StopView): DeskStop {
  const state = stateOf(stop);
  const left = stop.months[0]?.left ?? null;
  const facts =
    stop.kind === 'person'
      ? left === null || stop.consent !== 'given'
        ? ''
        : `这个月还能讲 ${left} 回`
      : joined(
          `一次最多${stop.most === null ? UNKNOWN : ` ${stop.most} 人`}`,
          `安全须知${stop.safety === null ? UNKNOWN : '写了'}`,
        );
  return {
    id: stop.id,
    name: stop.name,
    facts: joined(facts, stop.stale === true && '两个月没看过了，点“人数和须知”看一眼'),
    word: state.word,
    tone: state.tone,
    sample: stop.sample,
    rest: stop.next.includes('rest') ? '这个月歇歇' : stop.next.includes('resume') ? '不歇了，接着讲' : '',
    consent: stop.next.includes('withdraw') ? '先不讲了' : stop.next.includes('agree') ? '我同意讲' : '',
    invite: stop.next.includes('invite'),
    describe: stop.next.includes('describe'),
    most: stop.most === null ? '' : String(stop.most),
    safety: stop.safety ?? '',
  };
}

/** What the office typed about a stop, as the action takes it; `null`: not a number of people. */
export function describedAs(
  most: string,
  safety: string,
): { most: number | null; safety: string | null } | null {
  const number = most.trim() === '' ? null : Number(most);
  if (number !== null && (!Number.isInteger(number) || number < 1 || number > 60)) return null;
  return { most: number, safety: safety.trim() === '' ? null : safety.trim() };
}

import type { RouteView, StopView } from '../../../contract/route';
import { ROUTES, type Route } from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { joined, UNKNOWN } from '../../../lib/text';
import { laterOf, stateOf } from '../lib/stop-line';

export interface StopLook {
  id: string;
  name: string;
  title: string;
  topic: string;
  notes: string[];
  word: string;
  tone: Tone;
  later: string;
  canBook: boolean;
  sample: boolean;
}

export interface RouteLook {
  code: Route;
  title: string;
  alias: string;
  aim: string;
  stops: StopLook[];
  more: string;
  /** People tell on this route: their homes are not named. */
  people: boolean;
  cap: string;
  canBook: boolean;
}

export const TABS = (Object.entries(ROUTES) as [Route, string][]).map(([value, word]) => ({ value, word }));

function stopLook(stop: StopView): StopLook {
  const state = stateOf(stop);
  return {
    id: stop.id,
    name: stop.name,
    title: stop.title ?? '',
    topic: stop.topic === null ? '' : `听${stop.topic}`,
    notes: notesOf(stop),
    word: state.word,
    tone: state.tone,
    later: laterOf(stop.months),
    canBook: stop.next.includes('book'),
    sample: stop.sample,
  };
}

function notesOf(stop: StopView): string[] {
  if (stop.kind === 'person') return stop.manner === null ? [] : [stop.manner];
  if (!stop.unitConfirms)
    return stop.most === null && stop.safety === null
      ? []
      : [joined(stop.most !== null && `一次最多 ${stop.most} 人`, stop.safety)];
  return [
    '要等单位点头',
    `一次最多${stop.most === null ? UNKNOWN : ` ${stop.most} 人`}`,
    `安全须知：${stop.safety ?? UNKNOWN}`,
  ];
}

export function routeLook(route: RouteView): RouteLook {
  const people = route.stops.some(({ kind }) => kind === 'person');
  const stops = route.stops.map(stopLook);
  return {
    code: route.code,
    title: titleOf(route),
    alias: route.alias === null ? '' : `也叫${route.alias}`,
    aim: route.aim ?? '',
    stops,
    more: route.openEnded ? '后面还会添站' : '',
    people,
    cap: people ? `每位一个月最多讲 ${route.monthlyCap} 回，累了随时歇。` : '',
    canBook: stops.some(({ canBook }) => canBook),
  };
}

function titleOf(route: RouteView): string {
  if (route.code === 'silver_talk') return '老同志讲，麻山往事';
  return route.code === 'tech' ? '去展厅，看新东西' : '三站，串成一条线';
}

import type { HomeLessonView, PairView } from '../../../contract/home-lesson';
import { PAIR_DIRECTIONS } from '../../../contract/words';
import type { Tone } from '../../../lib/labels';
import { dayTime } from '../../../lib/time';
import { stateWord } from '../home-visit/home-visit.view';

export interface VisitLine {
  id: string;
  title: string;
  text: string;
  word: string;
  tone: Tone;
  link: string;
}

/** @param now by the server's clock, epoch ms. */
export function visitLine(view: HomeLessonView, now: number): VisitLine {
  return {
    id: view.id,
    title: view.elder === undefined ? view.other.name : `${view.other.name}去看${view.elder.name}`,
    text: view.at === null ? '这个月坐坐？' : dayTime(view.at, now),
    ...stateWord(view),
    link: `/packages/school/home-visit/home-visit?id=${view.id}`,
  };
}

export interface PairLine {
  id: string;
  title: string;
  text: string;
  link: string;
}

/** Those with whom a day can be agreed on. */
export function bookLines(pairs: readonly PairView[]): PairLine[] {
  return pairs
    .filter(({ state }) => state === 'paired')
    .map((pair) => ({
      id: pair.id,
      title: `跟${pair.other.name}约个日子`,
      text: PAIR_DIRECTIONS[pair.direction],
      link: `/packages/school/home-visit/home-visit?pair=${pair.id}`,
    }));
}

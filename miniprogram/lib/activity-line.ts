import type { ActivityCard, HoursState, HoursView, TeamCard } from '../contract/activity';
import { ACTIVITY_KINDS } from '../contract/words';
import type { Tone } from './labels';
import { joined, named, steady, unbroken } from './text';
import { span, spoken } from './time';

/** One activity of a volunteer team as a row. */
export interface ActivityLine {
  id: string;
  title: string;
  sub: string;
  /** 后天上午 9 点, for 大字版. */
  spoken: string;
  word: string;
  tone: Tone;
  sample: boolean;
}

export function teamWord(team: TeamCard): string {
  return named('服务队', team.name === null ? null : `${team.name}服务队`);
}

/** @param now by the server's clock, epoch ms. */
export function activityLine(card: ActivityCard, now: number): ActivityLine {
  return {
    id: card.id,
    title: card.title,
    sub: joined(span(card.startsAt, card.endsAt, now), unbroken(ACTIVITY_KINDS[card.kind])),
    spoken: steady(spoken(card.startsAt, now)),
    ...placeWord(card),
    sample: card.sample,
  };
}

export function placeWord(card: ActivityCard): { word: string; tone: Tone } {
  if (card.state === 'cancelled') return { word: '不办了', tone: 'rust' };
  if (card.state === 'ended') return { word: card.mine ? '您去过' : '办完了', tone: 'plain' };
  if (card.mine) return { word: '有您', tone: 'pine' };
  if (card.state === 'running') return { word: '正在办', tone: 'red' };
  return card.left > 0
    ? { word: `还差 ${card.left} 人`, tone: 'millet' }
    : { word: '人手够了', tone: 'plain' };
}

/** 2 小时 · 1 小时 30 分 · 45 分 */
export function length(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} 分`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}

const HOURS: Readonly<Record<HoursState, { word: string; tone: Tone }>> = {
  draft: { word: '等本人核对', tone: 'millet' },
  confirmed: { word: '等队长认', tone: 'frost' },
  asked: { word: '在改', tone: 'frost' },
  certified: { word: '认下了', tone: 'pine' },
  absent: { word: '没去成', tone: 'plain' },
};

export function hoursWord(hours: HoursView): { word: string; tone: Tone } {
  return HOURS[hours.state];
}

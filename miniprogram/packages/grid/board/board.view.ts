import type { OneTrip, TripCard } from '../../../contract/trip';
import type { TaskCard } from '../../../contract/work';
import { joined } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

/** 顺路: the one trip that saves most ways. No building here: it is shown from 走这一趟 on (visual.md 14). */
export interface WayCard {
  title: string;
  where: string;
  ids: string[];
  lines: { id: string; title: string; sub: string }[];
}

/** `null` where nothing lies on the way of anything else. */
export function wayCard(ways: readonly OneTrip[], mine: readonly TaskCard[]): WayCard | null {
  const way = ways.find(({ matters }) => matters.length > 1);
  if (way === undefined) return null;
  const same = way.matters.every(({ building }) => building === way.place);
  return {
    title: `顺路，一趟 ${way.matters.length} 件`,
    where: same ? '同一栋楼' : '挨着的楼',
    ids: way.matters.map(({ id }) => id),
    lines: way.matters.map(({ id, title, homeAt }) => ({
      id,
      title,
      sub: homeAt === '' ? (mine.find((card) => card.id === id)?.word ?? '') : homeAt,
    })),
  };
}

export interface TripLine {
  id: string;
  title: string;
  text: string;
}

export function tripLine({ id, at, stops, state }: TripCard, now: number): TripLine {
  return {
    id,
    title: state === 'under_way' ? '正在走的一趟' : `${dayTime(at, now)} 那一趟`,
    text: joined(...stops),
  };
}

import type { SessionCard } from '../../contract/school';
import { type SessionLine, sessionLine } from '../../lib/session-line';
import { daysBetween } from '../../lib/time';

export interface SchoolLook {
  /** 有您的座 or a place in the queue: what this person comes to. */
  mine: SessionLine[];
  groups: { title: string; lines: SessionLine[] }[];
}

/** Mine first, then by how near it is. @param now by the server's clock, epoch ms. */
export function schoolLook(cards: readonly SessionCard[], now: number): SchoolLook {
  const sorted = [...cards].sort((a, b) => a.startsAt - b.startsAt);
  const mine = sorted.filter(isMine);
  const others = sorted.filter((card) => !isMine(card));
  const groups = [
    { title: '今天', cards: others.filter((card) => daysBetween(now, card.startsAt) <= 0) },
    { title: '明天', cards: others.filter((card) => daysBetween(now, card.startsAt) === 1) },
    { title: '往后', cards: others.filter((card) => daysBetween(now, card.startsAt) > 1) },
  ];
  return {
    mine: mine.map((card) => sessionLine(card, now)),
    groups: groups
      .filter((group) => group.cards.length > 0)
      .map((group) => ({ title: group.title, lines: group.cards.map((card) => sessionLine(card, now)) })),
  };
}

function isMine({ mine }: SessionCard): boolean {
  return mine.is === 'seated' || mine.is === 'offered' || mine.is === 'waiting';
}

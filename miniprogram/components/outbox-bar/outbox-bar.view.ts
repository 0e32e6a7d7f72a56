import type { QueuedItem } from '../../api/queue-item';

export interface WaitingCard {
  rid: string;
  title: string;
  word: string;
  tone: 'millet' | 'rust';
  sentence: string;
  refused: boolean;
}

export interface WaitingLook {
  /** 有 2 件等着传, '' when nothing waits. */
  waiting: string;
  cards: WaitingCard[];
}

export function waitingLook(items: readonly QueuedItem[]): WaitingLook {
  const count = items.filter(({ state }) => state === 'waiting').length;
  return {
    waiting: count === 0 ? '' : `有 ${count} 件等着传`,
    cards: items.map(({ rid, title, state, says }) => ({
      rid,
      title,
      word: state === 'waiting' ? '等着传' : '没交上',
      tone: state === 'waiting' ? 'millet' : 'rust',
      sentence: state === 'waiting' ? '有网了自己传上去，不用再说一遍' : says,
      refused: state === 'refused',
    })),
  };
}

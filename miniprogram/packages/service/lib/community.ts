import { UNKNOWN } from '../../../lib/text';

export interface Named {
  id: string;
  name: string | null;
}

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 建国社区; one that the seed does not name stays a visible placeholder (S15), counted so that two can be told apart. */
export function communityWord(id: string, communities: readonly Named[]): string {
  const index = communities.findIndex((community) => community.id === id);
  return communities[index]?.name ?? `社区${NUMBERS[index] ?? ''}（${UNKNOWN}）`;
}

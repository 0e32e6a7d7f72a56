import { named } from './text';

export interface Named {
  id: string;
  name: string | null;
}

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 建国社区; one that the seed does not name stays a visible placeholder (S15), counted so that two can be told apart. */
export function communityWord(id: string, communities: readonly Named[]): string {
  const index = communities.findIndex((community) => community.id === id);
  return named(`社区${NUMBERS[index] ?? ''}`, communities[index]?.name ?? null);
}

/** For whoever picks one. */
export function communityChoices(communities: readonly Named[]): { value: string; title: string }[] {
  return communities.map(({ id }) => ({ value: id, title: communityWord(id, communities) }));
}

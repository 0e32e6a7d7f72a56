import { UNKNOWN } from '../../../lib/text';

export interface Named {
  id: string;
  name: string | null;
}

/** 建国社区; a community that the seed does not name stays a visible placeholder (S15). */
export function communityWord(id: string, communities: readonly Named[]): string {
  const name = communities.find((community) => community.id === id)?.name ?? null;
  return name ?? `社区（${UNKNOWN}）`;
}

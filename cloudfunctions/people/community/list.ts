import type { CommunityView } from '@contract/people';

/**
 * The three branch teaching points' communities (S15). The seed names one; the others are visible
 * placeholders. Numbers and hours come from the operator (configuration), never from here.
 */
export interface Community {
  id: string;
  name: string | null;
}

export const COMMUNITIES: readonly Community[] = [
  { id: 'jianguo', name: '建国社区' },
  { id: 'second', name: null },
  { id: 'third', name: null },
];

/** Where a community is spoken of in a sentence. */
export function communityName(id: string | null): string {
  return COMMUNITIES.find((community) => community.id === id)?.name ?? '社区（待填写）';
}

export function communityViews(): CommunityView[] {
  return COMMUNITIES.map(({ id, name }) => ({ id, name, phone: null, hours: null }));
}

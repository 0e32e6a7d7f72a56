import { COUNTERS } from '@contract/counters';
import type { CommunityView } from '@contract/people';

/**
 * The three branch teaching points' communities (S15). The seed names one; the others are visible
 * placeholders. Names, numbers and hours come from the operator (`contract/counters.ts`), never from here.
 */
export interface Community {
  id: string;
  name: string | null;
}

export const COMMUNITIES: readonly Community[] = COUNTERS.map(({ id, name }) => ({ id, name }));

/** Where somebody starts who serves the whole street: the one that the seed names. */
export const FIRST_COMMUNITY = 'jianguo';

/** Where a community is spoken of in a sentence. */
export function communityName(id: string | null): string {
  return COMMUNITIES.find((community) => community.id === id)?.name ?? '社区（待填写）';
}

export function communityViews(): CommunityView[] {
  return COUNTERS.map((counter) => ({ ...counter }));
}

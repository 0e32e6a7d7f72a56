import { COUNTERS, type Counter, STREET } from '../contract/counters';
import type { CommunityView } from '../contract/people';

const CHOSEN_KEY = 'community:chosen';
const SEEN_KEY = 'community:seen';

/** The community that this phone's holder chose by hand; kept here, so that looking around needs no account. */
export function myCommunity(): string | null {
  const kept: unknown = wx.getStorageSync(CHOSEN_KEY);
  return typeof kept === 'string' && kept !== '' ? kept : null;
}

export function chooseCommunity(id: string): void {
  wx.setStorageSync(CHOSEN_KEY, id);
}

/** What the server last said of the communities: its numbers are newer than those in the package. */
export function rememberCommunities(communities: readonly CommunityView[]): void {
  wx.setStorageSync(SEEN_KEY, communities);
}

/** The counter to ring: of that community, of one's own, else the street's. Works with the cloud down. */
export function counterOf(communityId: string | null): Counter {
  const id = communityId ?? myCommunity();
  const packed = COUNTERS.find((counter) => counter.id === id);
  const seen = seenCommunities().find((community) => community.id === id);
  if (packed === undefined && seen === undefined) return STREET;
  return {
    id: id ?? STREET.id,
    name: seen?.name ?? packed?.name ?? null,
    phone: seen?.phone ?? packed?.phone ?? null,
    hours: seen?.hours ?? packed?.hours ?? null,
  };
}

/** For lists to choose from, before the server has answered or without it. */
export function knownCommunities(): readonly Counter[] {
  const seen = seenCommunities();
  return seen.length > 0 ? seen : COUNTERS;
}

function seenCommunities(): CommunityView[] {
  const value: unknown = wx.getStorageSync(SEEN_KEY);
  return Array.isArray(value) ? value.filter(isCommunity) : [];
}

function isCommunity(value: unknown): value is CommunityView {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'phone' in value
  );
}

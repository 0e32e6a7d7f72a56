import type { JoinState } from '@contract/joining';
import type { Person } from '../person/model';

/** How a record stands, for who may offer it (the desk, the grid worker). */
export function joinStateOf({ openid, joined, erasedAt }: Person, now: number): JoinState {
  if (joined != null) return joined.until > now ? 'fresh' : 'none';
  return openid === null && erasedAt === null ? 'can' : 'none';
}

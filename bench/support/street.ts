import { HOUR } from '../../cloudfunctions/core/calendar';
import type { Role } from '../../miniprogram/contract/words';

/**
 * A street after `size` persons, classes, matters and messages: what belongs to one person, hangs on the
 * wall, waits at a desk or is to come stays what a street has; what grows is everything before it. So a
 * query that serves a person must cost the same at both sizes, and one that does not shows it.
 */
export const NOW = Date.UTC(2026, 4, 13, 2);

/** Of everything that there is, the last so many are still to come or to be done. */
export const COMING = 200;
export const ON_WALL = 100;
/** How many of each belong to one of the people who are busy. */
export const OWN = { messages: 20, requests: 10, classes: 12, few: 10 };

export const personOf = (n: number): string => `p${n}`;
export const openidOf = (n: number): string => `bench-${n}`;
export const messageOf = (n: number): string => `m${n}`;
export const sessionOf = (n: number): string => `s${n}`;
export const requestOf = (n: number): string => `r${n}`;

/** The first so many persons have all that a busy person has, at every size. */
export const busy = (size: number): number => Math.floor(size / OWN.messages);

const COMMUNITIES = ['jianguo', 'second', 'third'];
export const communityOf = (n: number): string => COMMUNITIES[n % COMMUNITIES.length] ?? 'jianguo';

/** Who works at a desk: the last persons, none of the busy. */
const STAFF = [
  { role: 'office', scope: '*' },
  { role: 'dispatcher', scope: 'jianguo' },
  { role: 'grid_worker', scope: 'jianguo-north' },
  { role: 'liaison', scope: 'urban' },
  { role: 'auditor', scope: '*' },
  { role: 'committee', scope: '*' },
  { role: 'team_lead', scope: 'scissors' },
] as const satisfies readonly { role: Role; scope: string }[];
type Staff = (typeof STAFF)[number]['role'];

export const staffOf = (role: Staff, size: number): number =>
  size - 1 - STAFF.findIndex((one) => one.role === role);

export const powersOf = (n: number, size: number) => [
  ...(isMember(n) ? [{ role: 'member' as const, scope: communityOf(n) }] : []),
  ...STAFF.filter(({ role }) => staffOf(role, size) === n),
];

/** Every tenth is a party member. */
export const isMember = (n: number): boolean => n % 10 === 0;

/** Every tenth lets the next one follow how their matters stand. */
export const isFollowed = (n: number): boolean => n % 10 === 9;

/** One an hour, of everything that is not held at an hour of its own. */
export const ageOf = (n: number, size: number): number => NOW - (size - n) * HOUR;

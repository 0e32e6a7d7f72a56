import type { Nothing, Page, Read, Write } from './kinds';
import type { PowerState, Role } from './words';

/** 岗位: who may do what here, since when, and who said so. */

/** A power that somebody holds, held or may come to hold, with everything that was done about it. */
export interface PowerView {
  personId: string;
  role: Role;
  scope: string;
  /** 李** */
  name: string;
  sample: boolean;
  /** 建国社区北片 · 全街道 */
  place: string;
  state: PowerState;
  /** Since when it holds, epoch ms; `null` while it does not. */
  since: number | null;
  /** Oldest first: who did what and why. */
  history: { at: number; says: string }[];
  /** What this reader may do about it. */
  next: ('confirm' | 'decline' | 'revoke')[];
}

/** A role that can be given, and where. */
export interface RoleChoice {
  role: Role;
  /** Another administrator has to agree. */
  second: boolean;
  places: { id: string; name: string }[];
}

export interface FoundPerson {
  id: string;
  name: string;
  sample: boolean;
  community: string;
  powers: PowerView[];
}

type Power = { personId: string; role: Role; scope: string };

export type RoleActions = {
  /** One's own: what one may do, and the code by which an administrator finds one. */
  'role.mine': Read<
    Nothing,
    { code: string; powers: { role: Role; place: string; since: number | null; by: string }[] }
  >;
  /** The one person whose code was read out: there is no list of people. */
  'role.find': Read<{ code: string }, { person: FoundPerson; choices: RoleChoice[] }>;
  /** What waits for a second administrator. */
  'role.waiting': Read<Nothing, { items: PowerView[] }>;
  /** Holds at once, or waits for a second administrator where the role is a powerful one. */
  'role.grant': Write<Power & { why: string }, PowerView>;
  'role.confirm': Write<Power, PowerView>;
  'role.decline': Write<Power & { why: string }, PowerView>;
  /** One is enough to take a power away, and it is gone at the next tap. */
  'role.revoke': Write<Power & { why: string }, PowerView>;
  /** The trail of powers for auditor and administrator; nothing in it is ever changed or removed. */
  'role.trail': Read<{ after: string | null }, Page<PowerView>>;
};

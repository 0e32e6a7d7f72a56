import type { Role } from '@contract/words';

/** Named rights; roles carry them, always within the community, grid or department of the role. */
export type Permission =
  | 'request.triage'
  | 'request.work'
  | 'request.join'
  | 'wish.claim'
  | 'session.host'
  | 'session.oversee'
  /** Routes, faculty, surveys, orders, schedule, plan: the school office's work. */
  | 'school.manage'
  /** First and second reading of what goes public (S28). */
  | 'content.review'
  /** Final reading, and matters decided together (S26, S28). */
  | 'committee.decide'
  /** Reads decisions, approvals and the archive (S26, S28, S32). */
  | 'school.records'
  | 'faculty.teach'
  | 'route.tell'
  /** 敲门问需 and trips (S60, S68). */
  | 'visit.make'
  | 'household.open'
  | 'team.lead'
  | 'award.verify'
  | 'award.object'
  | 'complaint.answer'
  /** What was late, passed up, or not enough. */
  | 'complaint.review'
  /** Confirms, changes and withdraws what the catalogue offers, and notices (S69, S72). */
  | 'catalogue.keep'
  /** Finds somebody by telephone number; enters what came by phone, at the counter or on paper. */
  | 'person.find'
  /** Quarters, buildings and who covers for whom (inventory 1.8). */
  | 'grid.manage'
  | 'role.grant'
  | 'audit.read'
  /** Whether timer, messages and checks run. */
  | 'operations.read'
  | 'ledger.export'
  | 'paper.print'
  /** What the two of a home lesson wrote on their slip. */
  | 'lesson.enter'
  /** Takes down, and settles as the second one, what somebody asks about their data by telephone. */
  | 'rights.settle';

const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  member: ['wish.claim', 'request.work', 'visit.make'],
  volunteer: ['wish.claim', 'request.work'],
  team_lead: ['wish.claim', 'request.work', 'team.lead'],
  teacher: ['faculty.teach'],
  storyteller: ['route.tell'],
  host: ['session.host', 'paper.print'],
  grid_worker: ['request.work', 'wish.claim', 'visit.make', 'household.open', 'paper.print'],
  dispatcher: [
    'grid.manage',
    'request.triage',
    'household.open',
    'award.verify',
    'complaint.answer',
    'catalogue.keep',
    'person.find',
    'rights.settle',
    'ledger.export',
    'paper.print',
    'lesson.enter',
  ],
  liaison: ['request.join'],
  office: [
    'session.oversee',
    'session.host',
    'school.manage',
    'school.records',
    'content.review',
    'catalogue.keep',
    'ledger.export',
    'paper.print',
    'lesson.enter',
  ],
  committee: ['committee.decide', 'content.review', 'school.records'],
  auditor: ['rights.settle', 'audit.read', 'award.object', 'complaint.review', 'school.records'],
  admin: ['grid.manage', 'role.grant', 'audit.read', 'operations.read'],
};

/** The scope of what holds in every community, or belongs to none of them. */
export const WHOLE_STREET = '*';

/** A role that somebody holds, and where. */
export interface RoleGrant {
  role: Role;
  /** Community, grid or department id, or `WHOLE_STREET`. */
  scope: string;
}

export function scopesFor(grants: readonly RoleGrant[], permission: Permission): string[] {
  return grants.filter(({ role }) => GRANTS[role].includes(permission)).map(({ scope }) => scope);
}

/** One condition for each community where somebody holds it, one for all where they hold it everywhere: a list is cut off only among what is theirs. */
export function placesFor(grants: readonly RoleGrant[], permission: Permission): { communityId?: string }[] {
  const scopes = scopesFor(grants, permission);
  return scopes.includes(WHOLE_STREET) ? [{}] : scopes.map((communityId) => ({ communityId }));
}

export function may(
  grants: readonly RoleGrant[],
  permission: Permission,
  scope: string | null = null,
): boolean {
  return scopesFor(grants, permission).some(
    (held) => scope === null || held === WHOLE_STREET || held === scope,
  );
}

/** The form in which grants are indexed on the person: `grid_worker:north`. */
export function roleKey({ role, scope }: RoleGrant): string {
  return `${role}:${scope}`;
}

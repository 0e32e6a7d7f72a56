import type { PowerView, RoleChoice } from '../../../contract/role';
import { POWER_STATES, ROLES, type Role } from '../../../contract/words';
import { day, dayTime } from '../../../lib/time';

/** One power as a card: who, what, where, how far, and everything that was done about it. */
export interface PowerCard {
  key: string;
  name: string;
  sample: boolean;
  title: string;
  word: string;
  tone: 'pine' | 'millet' | 'plain';
  since: string;
  history: { key: string; says: string; when: string }[];
  confirm: boolean;
  decline: boolean;
  revoke: boolean;
}

const TONES: Readonly<Record<PowerView['state'], PowerCard['tone']>> = {
  held: 'pine',
  proposed: 'millet',
  declined: 'plain',
  lapsed: 'plain',
  revoked: 'plain',
};

export const keyOf = ({ personId, role, scope }: Pick<PowerView, 'personId' | 'role' | 'scope'>) =>
  `${personId}:${role}:${scope}`;

export function powerCards(items: readonly PowerView[], now: number): PowerCard[] {
  return items.map((view) => ({
    key: keyOf(view),
    name: view.name,
    sample: view.sample,
    title: view.place === '' ? ROLES[view.role] : `${ROLES[view.role]}　${view.place}`,
    word: POWER_STATES[view.state],
    tone: TONES[view.state],
    since: view.since === null ? '' : `${day(view.since, now)}起`,
    history: view.history.map(({ at, says }, place) => ({ key: `${place}`, says, when: dayTime(at, now) })),
    confirm: view.next.includes('confirm'),
    decline: view.next.includes('decline'),
    revoke: view.next.includes('revoke'),
  }));
}

/** What is being given: a role, then where, then why. */
export interface GrantForm {
  role: Role | '';
  scope: string;
  why: string;
}

export const EMPTY_GRANT: GrantForm = { role: '', scope: '', why: '' };

export interface GrantLook {
  roles: { id: Role; word: string; on: boolean }[];
  places: { id: string; word: string; on: boolean }[];
  /** What happens when it is sent, in one sentence. */
  says: string;
  ready: boolean;
}

/** A place that is the only one is chosen by itself. */
export function grantLook(choices: readonly RoleChoice[], form: GrantForm): GrantLook {
  const chosen = choices.find(({ role }) => role === form.role);
  const places = chosen?.places ?? [];
  const scope = scopeOf(choices, form);
  return {
    roles: choices.map(({ role }) => ({ id: role, word: ROLES[role], on: role === form.role })),
    places: places.map(({ id, name }) => ({ id, word: name, on: id === scope })),
    says: sentence(chosen),
    ready: form.role !== '' && scope !== '' && form.why.trim() !== '',
  };
}

export function scopeOf(choices: readonly RoleChoice[], { role, scope }: GrantForm): string {
  const places = choices.find((one) => one.role === role)?.places ?? [];
  if (places.some(({ id }) => id === scope)) return scope;
  return places.length === 1 ? (places[0]?.id ?? '') : '';
}

function sentence(choice: RoleChoice | undefined): string {
  if (choice === undefined) return '';
  return choice.second ? '这个岗位管得多，另一位管理员点了头才算' : '给了马上能用，也随时能撤';
}

import type { OutputOf } from '../../../contract/actions';
import { ROLES } from '../../../contract/words';
import { day } from '../../../lib/time';

export interface PowerLine {
  key: string;
  title: string;
  text: string;
}

/** ABCD EFGH: read out in two breaths. */
export function spokenCode(code: string): string {
  return code === '' ? '' : `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** Each power with its place, since when, and who gave it. */
export function powerLines({ powers }: OutputOf<'role.mine'>, now: number): PowerLine[] {
  return powers.map(({ role, place, since, by }) => ({
    key: `${role}:${place}`,
    title: place === '' ? ROLES[role] : `${ROLES[role]}　${place}`,
    text: [since === null ? '' : `${day(since, now)}起`, by === '' ? '' : `${by}给的`]
      .filter((part) => part !== '')
      .join('，'),
  }));
}

import type { SchoolModule } from '../contract/modules';
import type { Role } from '../contract/words';
import { DESK } from './doors/desk';
import type { Door } from './doors/door';
import { ME } from './doors/me';
import { SCHOOL } from './doors/school';
import { SERVICE } from './doors/service';

export type { Door } from './doors/door';

/** Every way in; a new one is a line of its room's list in `doors/`. */
export const DOORS: readonly Door[] = [...SCHOOL, ...SERVICE, ...ME, ...DESK];

/** The lines that this reader sees there, in the list's order. */
export function doorsOf(
  at: Door['at'],
  elder: boolean,
  roles: readonly Role[] = [],
  empty: readonly SchoolModule[] = [],
): Door[] {
  return DOORS.filter(
    (door) =>
      door.at === at &&
      (door.module === undefined || !empty.includes(door.module)) &&
      (!elder || door.elder === true || door.roles !== undefined) &&
      (door.roles === undefined || door.roles.some((role) => roles.includes(role))),
  );
}

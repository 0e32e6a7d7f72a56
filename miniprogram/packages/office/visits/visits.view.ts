import type { TripOut } from '../../../contract/trip';
import { joined } from '../../../lib/text';
import { dayTime } from '../../../lib/time';

export interface OutLook {
  id: string;
  who: string;
  when: string;
  doors: { building: string; code: string; read: string }[];
  sample: boolean;
}

/** @param now by the server's clock, epoch ms. */
export function outLook({ id, who, at, doors, sample }: TripOut, now: number): OutLook {
  return {
    id,
    who: joined(who.role, who.name === who.role ? '' : who.name),
    when: `${dayTime(at, now)} 前后`,
    doors: doors.map(({ building, code }) => ({
      building,
      code: [...code].join(' '),
      read: [...code].join(' '),
    })),
    sample,
  };
}

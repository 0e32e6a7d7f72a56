import { DAY, HOUR } from '../../../cloudfunctions/core/calendar';
import { DEFAULT_SETTINGS } from '../../../cloudfunctions/core/settings';
import { sessions } from '../../../cloudfunctions/school/session/definition';
import type { Session } from '../../../cloudfunctions/school/session/model';
import { base } from '../../../database/seed/base';
import { COMING, communityOf, NOW, OWN, personOf, sessionOf } from '../street';

/** Seats taken in a class: of one to come most are free; a hundred thousand that are over hold a million check-ins. */
const TAKEN = { coming: 5, past: 10 };

/** One an hour, all at the main venue; the last ones are to come. Seven seats of twelve are free there. */
export function session(n: number, size: number): Session {
  const startsAt = NOW + HOUR * (n - size + COMING) + HOUR / 2;
  const coming = startsAt > NOW;
  const who = Array.from({ length: coming ? TAKEN.coming : TAKEN.past }, (_, k) =>
    personOf((n * 7 + k * 31) % Math.floor((size * TAKEN.past) / OWN.classes)),
  );
  const at = startsAt - 3 * DAY;
  const doc: Session = {
    ...base(sessionOf(n), at),
    people: [...new Set(who)],
    timeline: who.map((by, k) => ({ rid: `take-${n}-${k}`, at, by, command: 'take' })),
    version: who.length + 1,
    // Every sixtieth is one of the sample course that stands on the menu.
    courseId: n % 60 === 0 ? 'c-fraud' : `c${n % 60}`,
    title: '防诈三道门',
    program: 'night_school',
    brand: null,
    method: 'lecture',
    venueId: 'main',
    venueName: null,
    communityId: communityOf(n),
    startsAt,
    endsAt: startsAt + HOUR,
    state: coming ? 'open' : 'archived',
    shelf: coming ? 'coming' : 'past',
    hostId: personOf(n % 97),
    hostName: '样例班主任',
    teacher: { batch: 'selected', source: '样例单位', name: null },
    familyWelcome: true,
    bring: ['手机'],
    agenda: ['三道门是哪三道', '当场练一遍挂电话'],
    echoes: [],
    capacity: 12,
    seats: { open: 12 - who.length, elderOpen: 0 },
    elderUntil: null,
    holders: who.map((personId, k) => ({
      personId,
      seat: `seat-${n}-${k}`,
      name: '样**',
      elder: false,
      at,
      from: 'general',
      ...(coming ? {} : { arrived: { at: startsAt, how: 'poster' as const } }),
    })),
    queue: [],
    offers: [],
    editedAtVersion: 0,
    sample: true,
  };
  return { ...doc, wakeAt: sessions.nextTimer(doc, DEFAULT_SETTINGS) };
}

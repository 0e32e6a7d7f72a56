import fc from 'fast-check';
import { newPerson } from '../../cloudfunctions/people/person/model';
import type { Session } from '../../cloudfunctions/school/session/model';
import { sampleSession } from '../domain/school/sample-session';

/** What six people, a host and the clock do with one small class. */
export const START = Date.parse('2026-11-23T09:00:00+08:00');
const GRANTS = [{ role: 'host', scope: '*' }] as const;
/** Every third of them is old. */
export const PEOPLE = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
export const isElder = (id: string) => id === 'p0' || id === 'p3';
export const people = [
  ...PEOPLE.map((id) => ({ ...newPerson(id, null, START), elder: isElder(id) })),
  { ...newPerson('host', null, START), grants: [...GRANTS] },
];

const DOES = ['come', 'wait', 'leave', 'accept', 'pass', 'edit', 'cancel', 'tick'] as const;
export interface Deed {
  does: (typeof DOES)[number];
  who: number;
  /** Chairs that the host wants; hours that pass before the tick. */
  many: number;
}
const deed: fc.Arbitrary<Deed> = fc.record({
  does: fc.oneof(
    // People come and go more often than a class is called off.
    { weight: 10, arbitrary: fc.constantFrom<Deed['does']>('come', 'leave', 'accept', 'pass') },
    // On a page that still shows a full class, whose seat has become free meanwhile.
    { weight: 2, arbitrary: fc.constant<Deed['does']>('wait') },
    { weight: 3, arbitrary: fc.constantFrom<Deed['does']>('edit', 'tick') },
    { weight: 1, arbitrary: fc.constant<Deed['does']>('cancel') },
  ),
  who: fc.nat(PEOPLE.length - 1),
  many: fc.nat(5),
});
interface Story {
  /** How many have a seat when it begins, and how many wait if all three are taken. */
  seated: number;
  waiting: number;
  /** What happens at the same time; each wave begins when the one before is over. */
  waves: Deed[][];
}
export const story: fc.Arbitrary<Story> = fc.record({
  seated: fc.nat(3),
  waiting: fc.nat(2),
  waves: fc.array(fc.array(deed, { minLength: 1, maxLength: 4, size: 'max' }), {
    minLength: 1,
    maxLength: 4,
    size: 'max',
  }),
});

/** Three seats, one of them for elders, taken in the order p0, p1, p2; then p3 and p4 wait. */
export function begin({ seated, waiting }: Story): Session {
  const session = sampleSession(START, { capacity: 3, elderOpen: 1 });
  const one = (personId: string) => ({
    personId,
    seat: `s${personId}`,
    name: '',
    elder: isElder(personId),
    at: START,
  });
  const sitting = PEOPLE.slice(0, seated).map(
    (id) => ({ ...one(id), from: isElder(id) ? 'elder' : 'general' }) as const,
  );
  const queue = PEOPLE.slice(3, 3 + (seated === 3 ? waiting : 0)).map(one);
  const elderOpen = sitting.some(({ from }) => from === 'elder') ? 0 : 1;
  return {
    ...session,
    hostId: 'host',
    holders: sitting,
    queue,
    people: [...sitting, ...queue].map(({ personId }) => personId),
    seats: { elderOpen, open: 3 - sitting.length - elderOpen },
  };
}

/** Who does it: for an answer somebody who was asked, for leaving somebody who is in it, if there is one. */
export function whoOf({ does, who }: Deed, { holders, queue, offers }: Session): string {
  const fit = does === 'leave' ? [...holders, ...queue] : does === 'come' || does === 'wait' ? [] : offers;
  return fit[who % Math.max(1, fit.length)]?.personId ?? PEOPLE[who] ?? 'p0';
}

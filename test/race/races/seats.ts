import type { Session } from '../../../cloudfunctions/school/session/model';
import { personIdOf } from '../../../database/seed/samples/people';
import { published } from '../../functions/plan';
import { atTheDoor, full, offered } from '../../proof/rows/scenes';
import { troubleOfSeats } from '../../support/invariants';
import { type Contest, entriesOf, type Outcome, onlyOne, rival } from './race';

const id = 's-small';
const prize = `sessions/${id}`;
// What the function wrote.
const sessionOf = ({ stored }: Outcome) => stored as Session;
const sound = (outcome: Outcome) => troubleOfSeats(sessionOf(outcome));

/** Two seats, one of them taken. */
export const lastSeat: Contest = async (t) => {
  await t.as('teacher').call('session.take', { id });
  return {
    prize,
    rivals: ['resident', 'member', 'grid'].map((by) => rival(by, 'session.take', { id })),
    trouble: (outcome) => sound(outcome) || onlyOne(outcome, 'the last seat is theirs'),
  };
};

/** Somebody joins the line in the moment in which a seat is given back. */
export const waitingForIt: Contest = async (t) => {
  await full(t);
  return {
    prize,
    rivals: [rival('teacher', 'session.leave', { id }), rival('resident', 'session.wait', { id })],
    trouble: sound,
  };
};

/** Both seats are given back at once, and somebody waits. */
export const givingBack: Contest = async (t) => {
  await full(t);
  await t.as('resident').call('session.wait', { id });
  return {
    prize,
    rivals: ['teacher', 'storyteller'].map((by) => rival(by, 'session.leave', { id })),
    trouble(outcome) {
      const { holders } = sessionOf(outcome);
      return sound(outcome) || (holders.length === 0 ? '' : 'who gave the seat back still has it');
    },
  };
};

/** The same offer answered on two telephones: I come, and I do not. */
export const answeringAnOffer: Contest = async (t) => {
  await offered(t);
  await t.as('member').call('session.wait', { id });
  return {
    prize,
    rivals: [rival('resident', 'session.accept', { id }), rival('resident', 'session.pass', { id })],
    trouble: (outcome) =>
      sound(outcome) || (entriesOf(outcome, 'accept') + entriesOf(outcome, 'pass') === 1 ? '' : 'both hold'),
  };
};

/** The host takes chairs away while somebody sits down. */
export const takingChairsAway: Contest = async (t) => {
  const { session } = await t.as('host').call('session.console', { id });
  return {
    prize,
    rivals: [
      rival('host', 'session.edit', { id, version: session.version, capacity: 1 }),
      rival('resident', 'session.take', { id }),
      rival('member', 'session.take', { id }),
    ],
    trouble: sound,
  };
};

/** By the poster, by the number on the blackboard, and by the host's finger. */
export const checkingIn: Contest = async (t) => {
  const { code } = await t.as('host').call('venue.get', { id: 'branch-jianguo' });
  const at = await atTheDoor(t);
  const { digits } = await t.as('host').call('session.code', { id: at });
  const [line] = (await t.as('host').call('session.console', { id: at })).roster;
  return {
    prize: `sessions/${at}`,
    rivals: [
      rival('resident', 'session.check_in', { id: at, by: { way: 'poster', venueCode: code } }),
      rival('resident', 'session.check_in', { id: at, by: { way: 'digits', digits } }),
      rival('host', 'session.mark', { id: at, seat: line?.seat ?? '', arrived: true }),
    ],
    trouble(outcome) {
      const arrivals = entriesOf(outcome, 'check_in');
      const holders = sessionOf(outcome).holders.filter((one) => one.personId === personIdOf('resident'));
      if (outcome.replies.some((reply) => !reply.ok)) return 'somebody was told that they are not counted';
      if (holders.length !== 1 || holders[0]?.arrived === undefined) return 'they do not sit there, arrived';
      return sound(outcome) || (arrivals === 1 ? '' : `they arrived ${arrivals} times`);
    },
  };
};

/** On her own phone and on her daughter's, while the host's finger comes down and the daughter walks in. */
export const checkingInTogether: Contest = async (t) => {
  const { code } = await t.as('host').call('venue.get', { id: 'branch-jianguo' });
  const agreed = { progress: false, speak: true, confirm: false };
  const offer = await t.as('elder').call('family.offer', { agreed });
  await t.as('daughter').call('family.bind', { code: offer.code });
  await t.as('elder').call('session.take', { id: 's-now' });
  const at = await atTheDoor(t);
  const by = { way: 'poster', venueCode: code } as const;
  const elder = personIdOf('elder');
  const { roster } = await t.as('host').call('session.console', { id: at });
  const seat = roster.find(({ name }) => name === '样例长者')?.seat ?? '';
  return {
    prize: `sessions/${at}`,
    rivals: [
      rival('elder', 'session.check_in', { id: at, by }),
      rival('daughter', 'session.check_in', { id: at, by, person: elder }),
      rival('daughter', 'session.check_in', { id: at, by }),
      rival('host', 'session.mark', { id: at, seat, arrived: true }),
    ],
    trouble(outcome) {
      const came = sessionOf(outcome).holders.filter(({ arrived }) => arrived !== undefined);
      const whom = came.map(({ personId }) => personId).sort();
      if (outcome.replies.some((reply) => !reply.ok)) return 'somebody was told that they are not counted';
      if (whom.join() !== [elder, personIdOf('daughter')].sort().join()) return `they came: ${whom.join()}`;
      const arrivals = entriesOf(outcome, 'check_in');
      return sound(outcome) || (arrivals === 2 ? '' : `${arrivals} arrivals of two people`);
    },
  };
};

/** Two topics stand already; there is room for one. */
export const lastTopic: Contest = async (t) => {
  const table = 's-table';
  for (const by of ['resident', 'member', 'member-b', 'grid'])
    await t.as(by).call('session.take', { id: table });
  for (const by of ['resident', 'member'])
    await t.as(by).call('session.propose', { id: table, text: '楼道的灯' });
  return {
    prize: `sessions/${table}`,
    rivals: ['member-b', 'grid'].map((by) => rival(by, 'session.propose', { id: table, text: '电动车' })),
    trouble(outcome) {
      const topics = sessionOf(outcome).topics?.length ?? 0;
      if (topics !== 3) return `${topics} topics stand where three may`;
      return sound(outcome) || onlyOne(outcome, 'their topic stands');
    },
  };
};

/** Two at the office give one class to different people. */
export const handingOver: Contest = async (t) => {
  const at = await published(t);
  const from = personIdOf('host');
  const to = (who: string | null) => rival('office', 'session.hand_over', { id: at, from, to: who });
  return {
    prize: `sessions/${at}`,
    rivals: [to(personIdOf('office')), to(null)],
    trouble(outcome) {
      const { hostId } = sessionOf(outcome);
      const told = onlyOne(outcome, 'it is theirs to give');
      return told || (entriesOf(outcome, 'hand_over') === 1 && hostId !== from ? '' : `${hostId} hosts it`);
    },
  };
};

import type { Session } from './model';

/**
 * Where the street wants it (`noShowToEnd`, workflows 2.9): who kept a seat twice in a row and did not
 * come stands at the end of the next waiting list, once. Nobody is turned away from a free seat, and a
 * seat given back, however late, is no seat that was kept. Pure.
 */

type Class = Pick<Session, 'state' | 'startsAt' | 'holders' | 'offers' | 'queue'>;

const IN_A_ROW = 2;

/** @param classes all that concern this person, in any order */
export function standsLast(classes: readonly Class[], personId: string): boolean {
  const latest = [...classes].sort((one, other) => other.startsAt - one.startsAt);
  const settled = latest.findIndex((one) => stoodLast(one, personId));
  const kept = (settled < 0 ? latest : latest.slice(0, settled + 1)).filter((one) => held(one, personId));
  return kept.length >= IN_A_ROW && kept.slice(0, IN_A_ROW).every((one) => missed(one, personId));
}

function stoodLast({ holders, offers, queue }: Class, personId: string): boolean {
  return [...holders, ...offers, ...queue].some((one) => one.personId === personId && one.last === true);
}

function held({ state, holders }: Class, personId: string): boolean {
  return (state === 'ended' || state === 'archived') && holders.some((one) => one.personId === personId);
}

/** Who says that they came is believed until the host has answered. */
function missed({ holders }: Class, personId: string): boolean {
  const seat = holders.find((one) => one.personId === personId);
  return seat !== undefined && seat.arrived === undefined && seat.correction?.answer !== null;
}

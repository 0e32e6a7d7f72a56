import type { Agreed } from '@contract/family';
import type { Act } from '../../core/act';
import { birth } from '../../core/birth';
import { MINUTE } from '../../core/calendar';
import { refuse } from '../../core/refusal';
import { type Pairing, pairingId, pairings } from './model';

/** Digits on one phone, typed on another (people.md story 2). Pure. */

export const CODE_MS = 10 * MINUTE;
/** Wrong digits in ten minutes: a million combinations then last for years. */
export const MOST_TRIES = 5;
/** The timeline only has to remember what a phone may still send again. */
const REMEMBERED = 20;

const NOTHING: Agreed = { progress: false, speak: false, confirm: false };

export function newPairing(personId: string, now: number): Pairing {
  return {
    ...birth(pairingId(personId), pairings.schema, [personId], now),
    personId,
    codeHash: null,
    expiresAt: 0,
    agreed: NOTHING,
    witnessId: null,
    usedBy: null,
    tries: { since: 0, count: 0 },
  };
}

export function offered(
  pairing: Pairing,
  offer: { codeHash: string; agreed: Agreed; witnessId: string | null },
  step: Act,
): Pairing {
  return remember({ ...pairing, ...offer, expiresAt: step.now + CODE_MS, usedBy: null }, 'offer', step);
}

/** Counted before the digits are looked at. @throws BIND_TRIES */
export function tried(pairing: Pairing, step: Act): Pairing {
  const fresh = step.now - pairing.tries.since >= CODE_MS;
  const tries = fresh ? { since: step.now, count: 1 } : { ...pairing.tries, count: pairing.tries.count + 1 };
  if (tries.count > MOST_TRIES) refuse('BIND_TRIES', { at: tries.since + CODE_MS });
  return remember({ ...pairing, tries }, 'try', step);
}

/** Takes the digits for this relative. @throws BIND_CODE_WRONG when they ran out or are taken */
export function taken(pairing: Pairing, codeHash: string, step: Act): Pairing {
  const good = pairing.codeHash === codeHash && pairing.expiresAt > step.now && pairing.usedBy === null;
  if (!good) refuse('BIND_CODE_WRONG');
  return remember({ ...pairing, usedBy: step.by }, 'take', step);
}

function remember(pairing: Pairing, command: string, { rid, now, by }: Act): Pairing {
  const timeline = [...pairing.timeline, { rid, at: now, by, command }].slice(-REMEMBERED);
  return { ...pairing, timeline };
}

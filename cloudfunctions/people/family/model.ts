import type { Agreed } from '@contract/family';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { derivedId } from '../../core/ids';

/**
 * One document a person: the digits that they offer as an elder, and how often they tried digits as
 * a relative. The digits are kept as a keyed digest only.
 */
export interface Pairing extends Aggregate {
  personId: string;
  codeHash: string | null;
  expiresAt: number;
  agreed: Agreed;
  /** The grid worker at whose side it was agreed, for an elder without a phone. */
  witnessId: string | null;
  /** Digits serve one person. */
  usedBy: string | null;
  tries: { since: number; count: number };
}

export const pairings: AggregateDefinition<Pairing> = {
  collection: 'pairings',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

/** Two people who belong together as long as both want; there is one bond between the same two. */
export interface Bond extends Aggregate {
  elderId: string;
  relativeId: string;
  agreed: Agreed;
  how: 'digits' | 'witnessed';
  witnessId: string | null;
  active: boolean;
  since: number;
  endedBy: string | null;
}

export const bonds: AggregateDefinition<Bond> = {
  collection: 'bonds',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

export const bondId = (elderId: string, relativeId: string) => derivedId('bond', elderId, relativeId);
export const pairingId = (personId: string) => derivedId('pairing', personId);

import type { PairSide, PairState } from '@contract/home-lesson';
import type { PersonLine } from '@contract/people';
import type { PairDirection } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { derivedId } from '../../core/ids';

/** Somebody's own place on the voluntary list; nobody else puts them there. */
export interface PairEntry extends Aggregate {
  personId: string;
  side: PairSide;
  /** L2. By their own word, told only to those who may visit. */
  frail: boolean;
  listed: boolean;
  communityId: string;
  line: PersonLine;
}

/** Everybody has one place on the list. */
export const entryId = (person: string) => derivedId('pair_entry', person);

export const pairEntries: AggregateDefinition<PairEntry> = {
  collection: 'pairEntries',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

/** 结对 (S49): one document for two people, whoever asked. */
export interface Pair extends Aggregate {
  oldId: string;
  youngId: string;
  oldLine: PersonLine;
  youngLine: PersonLine;
  direction: PairDirection;
  communityId: string;
  state: PairState;
  /** Who asked last. */
  askedBy: string;
  enteredAt: number;
  /** When the next monthly suggestion is due, epoch ms; `null` unless paired. */
  suggestAt: number | null;
}

export function sideOf(pair: Pick<Pair, 'oldId'>, personId: string | null): PairSide {
  return pair.oldId === personId ? 'old' : 'young';
}

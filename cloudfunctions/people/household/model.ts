import type { CardView } from '@contract/household';
import type { Act } from '../../core/act';
import { noted } from '../../core/act';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { birth } from '../../core/birth';
import { derivedId, shortCode } from '../../core/ids';

/** One card a person; a new code takes the place of the old one. */
export interface HouseholdCard extends Aggregate {
  personId: string;
  /** How many codes there have been: the code follows from it and from the request that issued it. */
  code: string;
  state: CardView['state'];
  since: number;
  /** Who opened it, and when: shown to the person (rules.md 4.2). */
  openings: { rid: string; by: string; at: number }[];
}

export const cards: AggregateDefinition<HouseholdCard> = {
  collection: 'cards',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

export const CODE_LENGTH = 8;

export const cardId = (personId: string) => derivedId('card', personId);

/** The same request gives the same code, another one another. */
export function codeOf(personId: string, rid: string): string {
  return shortCode('card', derivedId('card-code', personId, rid), CODE_LENGTH);
}

export function newCard(personId: string, step: Act): HouseholdCard {
  return {
    ...birth(cardId(personId), cards.schema, [personId], step.now),
    timeline: [{ rid: step.rid, at: step.now, by: step.by, command: 'issue' }],
    personId,
    code: codeOf(personId, step.rid),
    state: 'valid',
    since: step.now,
    openings: [],
  };
}

export function reissued(card: HouseholdCard, step: Act): HouseholdCard {
  const code = codeOf(card.personId, step.rid);
  return noted({ ...card, code, state: 'valid', since: step.now }, step, 'issue');
}

export function opened(card: HouseholdCard, step: Act): HouseholdCard {
  const openings = [...card.openings, { rid: step.rid, by: step.by, at: step.now }];
  return noted({ ...card, openings }, step, 'open');
}

export function voided(card: HouseholdCard, why: 'lost' | 'revoked', step: Act): HouseholdCard {
  return card.state === why ? card : noted({ ...card, state: why, since: step.now }, step, why);
}

import type { LedgerSheet } from '@contract/words';
import type { Aggregate, AggregateDefinition } from '../../core/aggregate';
import { birth } from '../../core/birth';
import { derivedId } from '../../core/ids';

/** What was taken out of one month by whoever has the same communities: who, when, and where the file lies. */
export interface Ledger extends Aggregate {
  month: string;
  exports: { rid: string; by: string; at: number; fileId: string; sheets: LedgerCount[] }[];
}

export interface LedgerCount {
  sheet: LedgerSheet;
  rows: number;
}

export const ledgers: AggregateDefinition<Ledger> = {
  collection: 'ledgers',
  schema: 1,
  nextTimer: () => null,
  onTimer: (doc) => doc,
};

/** @param scope the communities in it, `*` for all */
export const ledgerId = (month: string, scope: string) => derivedId('ledger', month, scope);

export function newLedger(month: string, scope: string, now: number): Ledger {
  return { ...birth(ledgerId(month, scope), ledgers.schema, [], now), month, exports: [] };
}

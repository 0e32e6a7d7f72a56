import type { Consent } from '@contract/my-data';
import type { PhonedField, PhonedRight } from '@contract/rights';

/** What somebody asked for by telephone; it waits for a second one who rings back. Stands in the person's document. */
export interface AskedRight {
  right: PhonedRight['right'];
  field?: PhonedField;
  /** L3, sealed: what the field is to be. */
  value?: string;
  consent?: Consent;
  by: string;
  at: number;
  /** Whose desk; `*` for who has not said where they live. */
  communityId: string;
}

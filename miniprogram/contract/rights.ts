import type { Nothing, Read, Write } from './kinds';
import type { Consent, ExportView } from './my-data';

/** What can be corrected by telephone; `value` '' takes it out. */
export type PhonedField = 'name' | 'phone' | 'building' | 'door';

/** A right over one's data, asked for by telephone or at the counter by who has no phone of their own (rules.md 4.2). */
export type PhonedRight =
  | { right: 'copy' | 'erase' | 'keep' }
  | { right: 'correct'; field: PhonedField; value: string }
  | { right: 'withdraw'; consent: Consent };

export interface PhonedRightView {
  personId: string;
  /** 张** */
  name: string;
  sample: boolean;
  community: string;
  right: PhonedRight['right'];
  /** What is to be corrected, never to what; '' for another right. */
  field: PhonedField | '';
  consent: Consent | '';
  /** Who took it down. */
  by: string;
  at: number;
  /** The reader took it down: somebody else rings back. */
  mine: boolean;
  /** What an erasure would leave unfinished. */
  openRequests: number;
}

export type RightsActions = {
  /** Taken down at the desk of the person's community; nothing happens yet. */
  'rights.ask': Write<{ personId: string; asked: PhonedRight }, { items: PhonedRightView[] }>;
  /** What waits for a second one, oldest first. */
  'rights.waiting': Read<Nothing, { items: PhonedRightView[] }>;
  /** The number that is kept, for ringing back; written into the person's own log first. '' where there is none. */
  'rights.phone': Write<{ personId: string }, { phone: string }>;
  /**
   * A second one has rung back: done, or not. AWARD_OWN_HAND for who took it down. `page`: the copy, to be read to
   * the person or handed to them; '' kept nowhere else.
   */
  'rights.settle': Write<
    { personId: string; agreed: boolean },
    { items: PhonedRightView[]; page: ExportView['page'] }
  >;
};

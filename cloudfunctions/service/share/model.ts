import type { PersonLine } from '@contract/people';
import type { ShareCard } from '@contract/sesame';
import type { ShareKind } from '@contract/words';
import type { Aggregate } from '../../core/aggregate';

/** What somebody offers or promises in public (S67): short, withdrawable, without a way to ring them. */
export interface Share extends Aggregate {
  kind: ShareKind;
  text: string;
  who: PersonLine;
  ownerId: string;
  no: string;
  /** `null`: a promise stands until it is withdrawn. */
  until: number | null;
  open: boolean;
}

export function shareCard(share: Share, reader: string | null): ShareCard {
  const { _id: id, kind, text, who, no, until, ownerId, sample } = share;
  return { id, kind, text, who, no, until, mine: reader !== null && reader === ownerId, sample };
}

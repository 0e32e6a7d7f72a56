import type { Agreed } from '../../../contract/family';
import type { HouseholdView } from '../../../contract/household';
import { sheetLink } from '../../../lib/paper-link';
import { type RequestLine, requestLine } from '../../../lib/request-line';
import { joined } from '../../../lib/text';

export interface HouseholdLook {
  id: string;
  name: string;
  sample: boolean;
  place: string;
  /** 8K4T 2N7Q, to be written down or read out. */
  code: string;
  open: RequestLine[];
  printLink: string;
  personId: string;
  joining: HouseholdView['joining'];
}

/** @param now by the server's clock, epoch ms */
export function householdLook(view: HouseholdView, now: number): HouseholdLook {
  return {
    id: view.card.id,
    name: view.name,
    sample: view.sample,
    place: joined(view.community, view.building),
    code: `${view.card.code.slice(0, 4)} ${view.card.code.slice(4)}`,
    printLink: sheetLink('card', view.card.id),
    open: view.open.map((card) => requestLine(card, now)),
    personId: view.personId,
    joining: view.joining,
  };
}

export const NOTHING_AGREED: Agreed = { progress: false, speak: false, confirm: false };

const ASKS: Readonly<Record<keyof Agreed, string>> = {
  progress: '能看您的事办到哪了',
  speak: '能替您说话',
  confirm: '能替您说办好了没',
};

/** What the elder is asked at the door, one by one. */
export function asksOf(agreed: Agreed): { key: keyof Agreed; word: string; on: boolean }[] {
  // The keys of a record over all of them.
  return (Object.keys(ASKS) as (keyof Agreed)[]).map((key) => ({ key, word: ASKS[key], on: agreed[key] }));
}

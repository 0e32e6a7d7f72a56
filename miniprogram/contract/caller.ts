import type { JoinState } from './joining';
import type { Write } from './kinds';
import type { RequestCard } from './service';

/** Somebody who rings: found by their number, which is typed and never shown. */
export interface CallerView {
  id: string;
  /** 张** */
  name: string;
  sample: boolean;
  elder: boolean;
  community: string;
  building: string;
  /** Their household card while it is valid: by it the desk writes down for them. */
  cardId: string | null;
  open: RequestCard[];
  /** Whether a WeChat account may become one with this record. */
  joining: JoinState;
}

export type CallerActions = {
  /** Those with this very number, mostly one; an elder and a spouse may share it. Each finding is written down and shown to them. */
  'caller.find': Write<{ phone: string }, { people: CallerView[] }>;
};

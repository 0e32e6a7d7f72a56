import type { Category, ChildAge, RequestKind } from './words';

/** A household for whom somebody speaks, or the person themself. */
export type Beneficiary =
  | { who: 'self' }
  /** An elder who is bound to me and agreed that I speak for them; what is stored of them is used. */
  | { who: 'bound'; personId: string }
  /** At the door, from their household card: what is stored is used. */
  | { who: 'household'; cardId: string }
  | {
      who: 'other';
      relation: 'family' | 'neighbour' | 'grid';
      name: string;
      phone: string;
      building: string;
      door: string;
    };

/** Sensitive by law, each with a consent of its own: 身体的事, 孩子的事. */
export type Sensitive = 'health' | 'child';

export interface SubmitInput {
  kind: RequestKind;
  text: string;
  audio: { fileId: string; seconds: number } | null;
  /** `text` was written down by a machine from the recording, and nobody has changed it. */
  heard?: boolean;
  category: Category | null;
  beneficiary: Beneficiary;
  communityId: string;
  /** For `who: 'self'`: asked only where the matter needs a visit; '' when not given. */
  phone: string;
  building: string;
  door: string;
  /** 啥时候家里有人, in words. */
  when: string;
  /** When it was said, if the phone had no network then; epoch ms. */
  occurredAt: number | null;
  /** Only of staff, for somebody else: written down from what came so (G3). Otherwise as who speaks for whom says. */
  cameBy?: 'paper';
  /** An item of the catalogue (S72): the request then is of its category. */
  itemId?: string;
  /** 儿童托管: written by the guardian, and nothing more than this (rules.md 4.2). */
  child?: { nickname: string; age: ChildAge; pickUp: string };
  /** What was asked about on its own and agreed to (rules.md 4.2); `child` is kept with nothing less. */
  agreed?: readonly Sensitive[];
  /** 代购 (S69): a list and what it may cost at most, in yuan; settled in cash, face to face. */
  shopping?: { list: string[]; ceiling: number };
}

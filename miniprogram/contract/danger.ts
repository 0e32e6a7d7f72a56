import type { Read, Write } from './kinds';
import type { DangerKind } from './words';

/** 危急不排队: somebody's phone heard words of danger (issue 7, visual.md 12.5). */
export interface DangerCard {
  id: string;
  kind: DangerKind;
  /** The word alone, “胸口疼”; the sentence stays with the person. */
  word: string;
  /** When it was said, epoch ms. */
  at: number;
  /** Kept by a phone without network and sent later. */
  late: boolean;
  /** 李** , '' when they have not said how to be called. */
  who: string;
  hasPhone: boolean;
  /** Nobody knows where this person lives: every community is told. */
  anywhere: boolean;
  /** Who rang back, and what came of it. */
  called: { at: number; by: string; note: string } | null;
  sample: boolean;
}

export type DangerActions = {
  /** Sent by the page itself when it opens, never by a button; offline it goes first when the network is back. */
  'danger.tell': Write<{ kind: DangerKind; word: string; communityId: string | null }, { id: string }>;
  /** `called: false`: only where nobody has rung yet. */
  'danger.list': Read<
    { communityId: string | null; called?: boolean },
    { open: DangerCard[]; called: DangerCard[] }
  >;
  /** Where to ring and where to go; written down that it was read. */
  'danger.reveal': Write<{ id: string }, { phone: string; building: string; door: string }>;
  /** 打过电话了, with a word. */
  'danger.called': Write<{ id: string; note: string }, DangerCard>;
};

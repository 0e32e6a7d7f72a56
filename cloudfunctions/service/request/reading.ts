import type { VisitorView } from '@contract/portrait';
import type { Bond } from '../../people/family/model';
import type { Actor } from './actors';
import type { Alike } from './alike';
import type { KnockCode } from './knock-code';

/** Who reads a matter, and what was looked up for them. */
export interface Reading {
  actors: ReadonlySet<Actor>;
  /** False for who has just handed it back: the reply says that it was done, and no more. */
  concerned: boolean;
  /** Reads and hears the words themselves. */
  hears: boolean;
  /** The bond by which a relative reads. */
  bond: Bond | null;
  readerId: string | null;
  /** 李** 大娘 and the like; '' where this reader may not know. */
  person: string;
  communityName: string;
  communityPhone: string | null;
  audioUrl: string | null;
  alike: readonly Alike[];
  /** How the one stands into which this was merged; '' otherwise. */
  goesOn: string;
  knock: KnockCode | null;
  visitor: VisitorView | null;
  receiptUrl: string | null;
  now: number;
}

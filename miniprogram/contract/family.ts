import type { Nothing, Read, Write } from './kinds';
import type { RequestCard } from './service';

/**
 * What an elder has agreed to. The doorplate and the telephone are in none of it: a relative never
 * reads them here (people.md story 2). What a relative said for the elder they may follow in any case.
 */
export interface Agreed {
  /** 看我所有的事办到哪了 */
  progress: boolean;
  /** 替我说 */
  speak: boolean;
  /** 替我说办好了没、满不满意 */
  confirm: boolean;
}

export interface BondView {
  id: string;
  /** The other one of the two. */
  personId: string;
  /** 张**; '' where nothing was said. */
  name: string;
  sample: boolean;
  agreed: Agreed;
  /** 六位数 by the elder's own phone, or 网格员见证. */
  how: 'digits' | 'witnessed';
  since: number;
}

export interface FamilyView {
  /** Those for whom I may speak. */
  elders: BondView[];
  /** Those who may speak for me. */
  relatives: BondView[];
}

/** Six digits, good for ten minutes and for one person. */
export interface PairingOffer {
  code: string;
  expiresAt: number;
}

export type FamilyActions = {
  'family.get': Read<Nothing, FamilyView>;
  /** On the elder's phone: digits to be read out to the relative. New ones replace the old ones. */
  'family.offer': Write<{ agreed: Agreed }, PairingOffer>;
  /** At the elder's home, for somebody without a phone, from their household card; whoever stands by is written down. */
  'family.witness': Write<{ cardId: string; agreed: Agreed }, PairingOffer>;
  /** On the relative's phone. */
  'family.bind': Write<{ code: string }, FamilyView>;
  /** The elder changes what is agreed. */
  'family.agree': Write<{ id: string; agreed: Agreed }, FamilyView>;
  /** Either of the two, or the community at the elder's word; in force with the answer. */
  'family.unbind': Write<{ id: string }, FamilyView>;
  /** All matters of an elder who agreed to `progress`. */
  'family.matters': Read<
    { personId: string },
    { name: string; sample: boolean; open: RequestCard[]; ended: RequestCard[] }
  >;
};

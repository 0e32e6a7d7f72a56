import type { Agreed, BondView, FamilyView } from '../../../contract/family';
import { remaining } from '../../../lib/time';

/** What an elder is asked about one by one; nothing is agreed beforehand. */
export const AGREED_WORDS: Readonly<Record<keyof Agreed, { title: string; text: string }>> = {
  progress: { title: '看我的事办到哪了', text: '不给看我说的原话' },
  speak: { title: '替我说话', text: '也能替我撤回、上课替我点到，谁办的都写着' },
  confirm: { title: '替我说办好了没', text: '满不满意也能替我说' },
};

export const NOTHING_AGREED: Agreed = { progress: false, speak: false, confirm: false };

const KEYS: readonly (keyof Agreed)[] = ['progress', 'speak', 'confirm'];

export interface AgreedRow {
  key: keyof Agreed;
  title: string;
  text: string;
  on: boolean;
}

export function agreedRows(agreed: Agreed): AgreedRow[] {
  return KEYS.map((key) => ({ key, ...AGREED_WORDS[key], on: agreed[key] }));
}

export interface FamilyCard {
  id: string;
  personId: string;
  letter: string;
  name: string;
  sample: boolean;
  /** 能：看办到哪了、替说 */
  can: string;
  cannot: string;
  how: string;
  speaks: boolean;
  follows: boolean;
}

const SHORT: Readonly<Record<keyof Agreed, string>> = {
  progress: '看办到哪了',
  speak: '替说话',
  confirm: '替说办好了没',
};

function card(bond: BondView): FamilyCard {
  const can = KEYS.filter((key) => bond.agreed[key]).map((key) => SHORT[key]);
  const not = KEYS.filter((key) => !bond.agreed[key]).map((key) => SHORT[key]);
  const name = bond.name === '' ? '没留称呼' : bond.name;
  return {
    id: bond.id,
    personId: bond.personId,
    letter: Array.from(bond.name).pop() ?? '',
    name,
    sample: bond.sample,
    can: can.length === 0 ? '眼下什么都没说好' : `能${can.join('、')}`,
    cannot: ['看门牌和电话', ...not].join('、'),
    how: bond.how === 'witnessed' ? '网格员在场，老人点的头' : '老人念的六位数',
    speaks: bond.agreed.speak,
    follows: bond.agreed.progress || bond.agreed.speak,
  };
}

export interface FamilyLook {
  elders: FamilyCard[];
  relatives: FamilyCard[];
}

export function familyLook(view: FamilyView): FamilyLook {
  return { elders: view.elders.map(card), relatives: view.relatives.map(card) };
}

/** 128 469, as one reads it out. */
export function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** @param now by the server's clock, epoch ms */
export function offerNote(expiresAt: number, now: number): string {
  return expiresAt <= now ? '过时候了，再出一个' : `${remaining(expiresAt, now)}，只能用一回`;
}

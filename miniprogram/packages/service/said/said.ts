import type { SubmitInput } from '../../../contract/submit';
import { type Category, GRID_TOPICS, type RequestKind, SERVICE_CATEGORIES } from '../../../contract/words';
import { clip } from '../../../lib/text';
import { isPrefilled } from './prefilled';

/** For whom it is said: oneself, or somebody else and how one stands to them. */
export const FOR_WHOM = {
  self: '我自己',
  family: '家里人',
  neighbour: '街坊',
  grid: '替居民记',
  bound: '家里老人',
  household: '户卡上的人',
} as const;
export type ForWhom = keyof typeof FOR_WHOM;

/** What a person has said so far. It is the draft that 说一句话 and 对一下 share. */
export interface Said {
  text: string;
  /** Kept on this phone until the server has it. */
  recording: { path: string; seconds: number } | null;
  /** What a machine has understood of it; '' before, and when it understood nothing. */
  heard: string;
  /** '': not chosen; the desk then decides which way it goes. */
  kind: RequestKind | '';
  /** The way in named the kind, so that it is not asked again. */
  kindGiven: boolean;
  /** One of the seven services or four grid topics, where the way in named it. */
  category: Category | '';
  /** An item of the catalogue, '' for none; what it is called, and what it asks beside the sentence. */
  itemId: string;
  itemTitle: string;
  child: SubmitInput['child'] | null;
  /** 身体的事 may be kept: asked on its own. */
  health: boolean;
  shopping: SubmitInput['shopping'] | null;
  forWhom: ForWhom;
  /** The elder who is bound to me, or the household card, by id; with `name` as they are shown. '' otherwise. */
  personId: string;
  name: string;
  phone: string;
  building: string;
  door: string;
  /** 啥时候家里有人, in words. */
  when: string;
  /** '': this phone does not know it yet. */
  communityId: string;
  /** Words of danger of which the person has said: 不是急事. */
  calm: string[];
}

export const NOTHING_SAID: Said = {
  text: '',
  recording: null,
  heard: '',
  kind: '',
  kindGiven: false,
  category: '',
  itemId: '',
  itemTitle: '',
  child: null,
  health: false,
  shopping: null,
  forWhom: 'self',
  personId: '',
  name: '',
  phone: '',
  building: '',
  door: '',
  when: '',
  communityId: '',
  calm: [],
};

/** For somebody of whom the server knows everything that is needed. */
export function isKnown(forWhom: ForWhom): boolean {
  return forWhom === 'bound' || forWhom === 'household';
}

/** The words are still the machine’s own: nobody has put them right. */
export function isHeard({ text, heard }: Pick<Said, 'text' | 'heard'>): boolean {
  return heard !== '' && text.trim() === heard;
}

export function isSaid({ text, recording }: Pick<Said, 'text' | 'recording'>): boolean {
  return text.trim() !== '' || recording !== null;
}

/** How one finds it again among what waits for the network. */
export function titleOf({ text, recording }: Pick<Said, 'text' | 'recording'>): string {
  const words = text.trim();
  if (words !== '') return clip(words, 14);
  return recording === null ? '一句话' : `一段话，${recording.seconds} 秒`;
}

/**
 * What the way in (`?kind=errand&category=elder_care&for=family`) changes in what is already there: never somebody's
 * own words. What an item of the catalogue had put there goes when one comes another way; `back` is no way in.
 */
export function openedWith(said: Said, query: Record<string, string | undefined>): Partial<Said> {
  const change: Partial<Said> = {};
  // What came from the catalogue stands in the draft already.
  if (query.item !== undefined || query.back !== undefined) return change;
  const category = isCategory(query.category) ? query.category : '';
  const plain = { itemId: '', itemTitle: '', child: null, shopping: null };
  if (isPrefilled(said)) Object.assign(change, { ...plain, text: '', kind: '', kindGiven: false, category });
  if (isKind(query.kind)) Object.assign(change, { ...plain, kind: query.kind, kindGiven: true, category });
  else if (!isSaid(said)) Object.assign(change, { ...plain, kind: '', kindGiven: false, category });
  if ((query.for === 'bound' || query.for === 'household') && query.person !== undefined) {
    return {
      ...change,
      forWhom: query.for,
      personId: query.person,
      name: decodeURIComponent(query.name ?? ''),
    };
  }
  const forWhom = query.for === 'other' ? 'family' : query.for;
  if (isForWhom(forWhom)) change.forWhom = forWhom;
  return change;
}

const CATEGORIES = [...Object.keys(SERVICE_CATEGORIES), ...Object.keys(GRID_TOPICS)];

function isKind(value: string | undefined): value is RequestKind {
  return value === 'wish' || value === 'errand' || value === 'grid';
}

export function isCategory(value: string | undefined): value is Category {
  return CATEGORIES.some((category) => category === value);
}

export function isForWhom(value: string | undefined): value is ForWhom {
  return Object.keys(FOR_WHOM).some((one) => one === value);
}

import type { ServiceItemCard } from '../../../contract/catalogue';
import { SERVICE_CATEGORIES, type ServiceCategory } from '../../../contract/words';
import { sorted } from '../../../lib/say/classify';

export interface ItemLine {
  id: string;
  title: string;
  text: string;
  sample: boolean;
}

export interface Shelf {
  category: ServiceCategory;
  title: string;
  lines: ItemLine[];
}

export interface CatalogueLook {
  shelves: Shelf[];
  /** What the words seem to be about, where nothing has them in its title; '' for nothing. */
  hint: string;
}

// The keys of a closed list of words are its values.
const CATEGORIES = Object.keys(SERVICE_CATEGORIES) as ServiceCategory[];

export function categoryChips(chosen: string): { value: string; word: string; on: boolean }[] {
  const all = { value: '', word: '全部', on: chosen === '' };
  return [
    all,
    ...CATEGORIES.map((value) => ({ value, word: SERVICE_CATEGORIES[value], on: chosen === value })),
  ];
}

/**
 * By category; with words, what has them comes first, and where nothing has them the classifier says which
 * category they are about.
 */
export function catalogueLook(
  items: readonly ServiceItemCard[],
  category: string,
  words: string,
): CatalogueLook {
  const asked = words.trim();
  const here = items.filter((item) => category === '' || item.category === category);
  if (asked === '') return { shelves: shelvesOf(here), hint: '' };
  const found = here.filter((item) => shares(`${item.title}${item.forWhom}`, asked));
  if (found.length > 0) return { shelves: shelvesOf(found), hint: '' };
  const [first] = sorted(asked).readings;
  // Only where some word spoke for it: a leaning alone would guess at anything.
  const about = CATEGORIES.find((one) => one === first?.category && first.because.length > 0);
  if (about === undefined) return { shelves: [], hint: '' };
  return {
    shelves: shelvesOf(items.filter((item) => item.category === about)),
    hint: `听着像${SERVICE_CATEGORIES[about]}的事`,
  };
}

/** All the words, or two characters of them side by side. */
function shares(text: string, asked: string): boolean {
  if (text.includes(asked)) return true;
  const characters = [...asked];
  return characters.some((character, at) => {
    const pair = `${character}${characters[at + 1] ?? ''}`;
    return [...pair].length === 2 && text.includes(pair);
  });
}

function shelvesOf(items: readonly ServiceItemCard[]): Shelf[] {
  return CATEGORIES.map((category) => ({
    category,
    title: SERVICE_CATEGORIES[category],
    lines: items.filter((item) => item.category === category).map(itemLine),
  })).filter(({ lines }) => lines.length > 0);
}

export function itemLine({ id, title, forWhom, sample }: ServiceItemCard): ItemLine {
  return { id, title, text: forWhom, sample };
}
